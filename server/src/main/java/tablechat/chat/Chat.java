package tablechat.chat;

import java.util.List;
import tablechat.metrics.Metrics;
import tablechat.model.Models;
import tablechat.protocol.Code;
import tablechat.protocol.Command;
import tablechat.protocol.Command.AddConnection;
import tablechat.protocol.Command.ArchiveSession;
import tablechat.protocol.Command.CreateSession;
import tablechat.protocol.Command.DeleteSession;
import tablechat.protocol.Command.DescribeSchema;
import tablechat.protocol.Command.DraftSession;
import tablechat.protocol.Command.EditMessage;
import tablechat.protocol.Command.ForkSession;
import tablechat.protocol.Command.Help;
import tablechat.protocol.Command.ListConnections;
import tablechat.protocol.Command.ListMessages;
import tablechat.protocol.Command.ListSchema;
import tablechat.protocol.Command.ListSessions;
import tablechat.protocol.Command.PageResult;
import tablechat.protocol.Command.PinSession;
import tablechat.protocol.Command.Ping;
import tablechat.protocol.Command.RemoveConnection;
import tablechat.protocol.Command.RenameSession;
import tablechat.protocol.Command.RestoreSession;
import tablechat.protocol.Command.RetryTurn;
import tablechat.protocol.Command.RunQuery;
import tablechat.protocol.Command.SearchSessions;
import tablechat.protocol.Command.SendMessage;
import tablechat.protocol.Command.StopQuery;
import tablechat.protocol.Command.StopTurn;
import tablechat.protocol.Command.SwitchSession;
import tablechat.protocol.Command.TestConnection;
import tablechat.protocol.Command.UpdateConnection;
import tablechat.protocol.Command.UseConnection;
import tablechat.protocol.Event;
import tablechat.protocol.ModelInfo;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;
import tablechat.store.SearchStore;
import tablechat.store.SessionStore.Shelf;
import tablechat.store.Store;

/// Obeys commands: the only place where a command becomes an effect. Each client's own reading thread calls it;
/// what may take long runs on a thread of its own and answers from there.
public final class Chat implements AutoCloseable {
    private static final int PROTOCOL = 1;
    private static final int SESSIONS_SHOWN = 50;

    private final Store store;
    private final Models models;
    private final String server;
    private final Everyone everyone = new Everyone();
    private final Audiences audiences = new Audiences();
    private final Connections connections;
    private final ConnectionCommands connecting;
    private final Sessions sessions;
    private final Messages messages;
    private final Results results;
    private final Exports exports;
    private final SearchStore search;
    private final Turns turns;
    private final Current current;
    private final SessionCommands life;
    private final Questions questions;
    private final Queries queries;

    /// @param server what `welcome` says of this server, such as `tablechat/1.0`
    public Chat(Store store, Models models, String server, Metrics metrics) {
        this.store = store;
        this.models = models;
        this.server = server;
        connections = new Connections(store.connections(), everyone);
        connecting = new ConnectionCommands(store.connections(), connections, audiences, everyone);
        sessions = new Sessions(store.sessions(), everyone);
        messages = new Messages(store.messages());
        results = new Results(store.results());
        search = store.search();
        exports = new Exports(store.results(), connections);
        turns = new Turns(store.messages(), results, connections, sessions, metrics);
        current = new Current(audiences, connections);
        life = new SessionCommands(connections, sessions, audiences, messages, current, everyone);
        questions = new Questions(models, store.messages(), connections, sessions, current, turns, audiences);
        queries = new Queries(connections, sessions, audiences, store.messages(), results, metrics);
    }

    public Connections connections() {
        return connections;
    }

    /// Looks whether the store can be written, by writing. Any thread may call it.
    public Health health() {
        return Health.of(store.health());
    }

    /// Greets a client that has just connected.
    ///
    /// @param connection its query parameter of that name, by id or name
    /// @param session its query parameter of that name
    public void enter(Client client, @Nullable String connection, @Nullable String session) {
        everyone.join(client, () -> {
            Errands.attempt(client, null, () -> client.send(welcome(client, connection), null));
            if (session != null) handle(new SwitchSession(session, null), client, null);
            if (connection != null) Errands.attempt(client, null, () -> connections.find(connection));
        });
        models.rehearse();
    }

    private Event.Welcome welcome(Client client, @Nullable String connection) {
        List<tablechat.protocol.Connection> all = connections.all();
        if (connection == null) client.use(connections.usual().orElse(null));
        else all.stream().filter(one -> one.id().equals(connection) || one.name().equals(connection)).findFirst()
                .ifPresent(one -> client.use(one.id()));
        List<ModelInfo> infos = models.infos();
        return new Event.Welcome(PROTOCOL, server, infos.getFirst(), infos, all, client.connection(), Limits.ALL);
    }

    public void leave(Client client) {
        everyone.leave(client);
        current.noSession(client);
        Errands.stopAll(client);
    }

    /// Obeys a command. Its one reply goes to the client, from here or, for what takes long, later.
    ///
    /// @param re the command's id
    public void handle(Command command, Client client, @Nullable String re) {
        Errands.attempt(client, re, () -> obey(command, client, re));
    }

    private void obey(Command command, Client client, @Nullable String re) {
        switch (command) {
            case Help() -> client.send(Vocabulary.help(), re);
            case Ping() -> client.send(new Event.Pong(), re);
            case ListConnections() -> everyone.answer(client, re, () -> new Event.ConnectionListed(connections.all()));
            case TestConnection test -> Errands.beside(client, re, () -> connecting.test(test));
            case AddConnection add -> connecting.add(add, client, re);
            case UpdateConnection update -> connecting.update(update, client, re);
            case RemoveConnection(var connection) -> connecting.remove(connection, client, re);
            case UseConnection(var connection) -> use(connections.named(connection, client), client, re);
            case ListSchema list ->
                Errands.beside(client, re, () -> Schemas.list(connections.meant(list.connection(), client), list));
            case DescribeSchema describe ->
                Errands.beside(client, re, () -> Schemas.describe(connections.meant(describe.connection(), client), describe));
            case CreateSession create -> life.create(create, client, re);
            case ListSessions list -> life.list(list, client, re);
            case SwitchSession(var session, var limit) -> life.switchTo(session, limit, client, re);
            case RenameSession(var session, var title) -> sessions.rename(sessions.named(session, client), title, client, re);
            case PinSession(var session, var pinned) -> sessions.pin(sessions.named(session, client), pinned, client, re);
            case ArchiveSession(var session, var archived) ->
                sessions.archive(sessions.named(session, client), archived, client, re);
            case DraftSession(var session, var text) -> draft(sessions.named(session, client), text, client, re);
            case DeleteSession(var session) -> life.delete(sessions.named(session, client), client, re);
            case RestoreSession(var session) -> life.restore(session, client, re);
            case ForkSession fork -> life.fork(fork, client, re);
            case SearchSessions search -> Errands.beside(client, re, () -> Searches.search(this.search, search,
                    search.connection() == null ? null : connections.named(search.connection(), client)));
            case ListMessages(var session, var before, var limit) ->
                client.send(messages.earlier(sessions.find(sessions.named(session, client)), before, limit), re);
            case SendMessage send -> questions.send(send, client, re);
            case EditMessage edit -> questions.edit(edit, client, re);
            case RetryTurn retry -> questions.retry(retry, client, re);
            case StopTurn(var session) -> stop(sessions.named(session, client), client, re);
            case RunQuery run -> Errands.query(client, re, () -> queries.run(run, client));
            case StopQuery(var query) -> stopQuery(query, client, re);
            case PageResult page -> client.send(results.page(page), re);
        }
    }

    /// A stored result, to be asked for again as a whole. Any thread may call it.
    ///
    /// @throws Rejected `not_found` when there is no such result
    public Export export(String result, Export.Form form) {
        return exports.of(result, form);
    }

    private void use(String connection, Client client, @Nullable String re) {
        connections.used(connection);
        current.connection(client, connection);
        everyone.answer(client, re, () -> {
            var page = sessions.list(connection, Shelf.OPEN, SESSIONS_SHOWN, null);
            return new Event.ConnectionUsed(connections.find(connection), page.sessions(), page.next());
        });
        connections.probeSoon(connection);
    }

    private void draft(String session, String text, Client client, @Nullable String re) {
        sessions.draft(session, text);
        client.send(new Event.SessionDrafted(session), re);
    }

    private void stop(String session, Client client, @Nullable String re) {
        sessions.find(session);
        Audience audience = audiences.of(session);
        audience.exclusively(() -> {
            Turn running = audience.turn();
            if (running == null) throw Rejected.because(Code.CONFLICT, "No answer is being written in this session.");
            client.send(new Event.TurnStopping(session), re);
            running.stop(Turn.Ending.STOPPED);
            return null;
        });
    }

    private static void stopQuery(String query, Client client, @Nullable String re) {
        if (!Errands.stop(client, query)) {
            throw Rejected.notFound("query", "No query.run with the id \"%s\" is running here.".formatted(query));
        }
        client.send(new Event.QueryStopping(query), re);
    }

    /// Stops all turns and waits until they are stored and told.
    @Override
    public void close() {
        turns.close();
        Turns.stopAndWait(audiences.turns(), SessionCommands.STOP_MAX);
        connections.close();
    }
}
