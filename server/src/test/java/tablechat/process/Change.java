package tablechat.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tablechat.protocol.Command;
import tablechat.testing.Received;

/// A command that changes something, made ready to be sent more than once.
///
/// @param command what is sent, each time the same
/// @param refusal the code it may be answered with where its effect is there already; empty where it is answered as the first time
/// @param check   that its effect is there once
record Change(Map<String, Object> command, String refusal, Effect check) {
    /// Looks at what became of it.
    interface Effect {
        void check(Desk desk) throws InterruptedException;
    }

    /// Makes what the command needs.
    interface Preparation {
        Change prepare(Desk desk) throws InterruptedException;
    }

    static Map<Class<? extends Command>, Preparation> all() {
        var all = new LinkedHashMap<Class<? extends Command>, Preparation>();
        all.put(Command.AddConnection.class, Change::addConnection);
        all.put(Command.UpdateConnection.class, Change::updateConnection);
        all.put(Command.RemoveConnection.class, Change::removeConnection);
        all.put(Command.UseConnection.class, desk ->
                of(Map.of("type", "connection.use", "connection", "sample"), d -> assertEquals("sample", d.current())));
        all.put(Command.CreateSession.class, Change::createSession);
        all.put(Command.RenameSession.class, desk -> ofSession(desk, "session.rename", "title", "Renamed"));
        all.put(Command.PinSession.class, desk -> ofSession(desk, "session.pin", "pinned", true));
        all.put(Command.ArchiveSession.class, desk -> ofSession(desk, "session.archive", "archived", true));
        all.put(Command.DraftSession.class, Change::draft);
        all.put(Command.DeleteSession.class, Change::deleteSession);
        all.put(Command.RestoreSession.class, Change::restoreSession);
        all.put(Command.ForkSession.class, Change::forkSession);
        all.put(Command.SendMessage.class, desk -> desk.next() % 2 == 0 ? sendMessage(desk) : sendFirstMessage(desk));
        all.put(Command.EditMessage.class, desk -> again(desk, true));
        all.put(Command.RetryTurn.class, desk -> again(desk, false));
        all.put(Command.StopTurn.class, Change::stopTurn);
        all.put(Command.RunQuery.class, Change::runQuery);
        return all;
    }

    private static Change of(Map<String, Object> command, Effect check) {
        return new Change(command, "", check);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Change addConnection(Desk desk) throws InterruptedException {
        String id = id();
        var command = Map.<String, Object>of(
                "type", "connection.add", "connection", id, "name", "name " + id.substring(9), "url", desk.sampleUrl());
        return of(command, d -> {
            List<Received> added = d.connections().stream().filter(one -> !one.text("name").equals("sample")).toList();
            assertEquals(1, added.size());
            assertEquals(id + command.get("name"), added.getFirst().text("id") + added.getFirst().text("name"));
            d.client().send(Map.of("type", "connection.remove", "connection", id));
        });
    }

    private static Change updateConnection(Desk desk) throws InterruptedException {
        String id = id();
        desk.client().send(Map.of("type", "connection.add", "connection", id, "name", "before", "url", desk.sampleUrl()));
        return of(Map.of("type", "connection.update", "connection", id, "name", "after", "timeoutSeconds", 7), d -> {
            Received changed = d.connections().stream().filter(one -> id.equals(one.text("id"))).findFirst().orElseThrow();
            assertEquals("after 7", changed.text("name") + " " + changed.number("timeoutSeconds"));
            d.client().send(Map.of("type", "connection.remove", "connection", id));
        });
    }

    private static Change removeConnection(Desk desk) throws InterruptedException {
        String id = id();
        desk.client().send(Map.of("type", "connection.add", "connection", id, "name", "doomed", "url", desk.sampleUrl()));
        return new Change(Map.of("type", "connection.remove", "connection", id), "not_found", d ->
                assertEquals(1, d.connections().size()));
    }

    private static Change createSession(Desk desk) throws InterruptedException {
        String id = id();
        long before = desk.sessions();
        return of(Map.of("type", "session.create", "connection", "sample", "session", id, "title", "Made"), d -> {
            assertEquals("Made", d.session(id).text("title"));
            assertEquals(before + 1, d.sessions());
        });
    }

    private static Change ofSession(Desk desk, String type, String field, Object value) throws InterruptedException {
        String session = desk.session();
        long before = desk.sessions();
        return of(Map.of("type", type, "session", session, field, value), d -> {
            assertEquals(value, d.session(session).at(field));
            assertEquals(field.equals("archived") ? before - 1 : before, d.sessions());
            // So that the newest come first again.
            if (field.equals("pinned")) d.client().send(Map.of("type", type, "session", session, field, false));
        });
    }

    private static Change draft(Desk desk) throws InterruptedException {
        String session = desk.session();
        var command = Map.<String, Object>of("type", "session.draft", "session", session, "text", "So?");
        return of(command, d -> assertEquals("So?", d.switchTo(session).text("draft")));
    }

    private static Change deleteSession(Desk desk) throws InterruptedException {
        String session = desk.session();
        long before = desk.sessions();
        return of(Map.of("type", "session.delete", "session", session), d -> {
            assertEquals(before - 1, d.sessions());
            assertEquals(1, d.sessions(true).stream().filter(one -> session.equals(one.text("id"))).count());
            // It stays deleted: a first command that was cut off may be obeyed as late as now.
        });
    }

    private static Change restoreSession(Desk desk) throws InterruptedException {
        String session = desk.session();
        long before = desk.sessions();
        desk.client().send(Map.of("type", "session.delete", "session", session));
        return of(Map.of("type", "session.restore", "session", session), d -> {
            assertEquals(before, d.sessions());
            assertEquals("Mine", d.session(session).text("title"));
        });
    }

    private static Change forkSession(Desk desk) throws InterruptedException {
        String session = desk.session();
        String question = desk.ask(session);
        long before = desk.sessions();
        String fork = id();
        return of(Map.of("type", "session.fork", "session", session, "message", question, "fork", fork), d -> {
            assertEquals(before + 1, d.sessions());
            assertEquals(1, d.switchTo(fork).objects("messages").size());
        });
    }

    private static Change sendMessage(Desk desk) throws InterruptedException {
        String session = desk.session();
        String id = id();
        int requests = desk.answers(1);
        return of(Map.of("type", "message.send", "session", session, "message", id, "text", "Is it so?"), d -> {
            List<Received> messages = d.answered(session);
            assertEquals(2, messages.size());
            assertEquals(id, messages.getFirst().text("id"));
            assertEquals(requests + 1, d.requests());
        });
    }

    /// The session it makes is there once, too.
    private static Change sendFirstMessage(Desk desk) throws InterruptedException {
        String id = id();
        long before = desk.sessions();
        desk.answers(2); // one of them is the title
        return of(Map.of("type", "message.send", "message", id, "text", "Is it so?"), d -> {
            assertEquals(before + 1, d.sessions());
            assertEquals(2, d.answered(d.sessions(false).getFirst().text("id")).size());
        });
    }

    private static Change again(Desk desk, boolean edited) throws InterruptedException {
        String session = desk.session();
        String question = desk.ask(session);
        int requests = desk.answers(1);
        Map<String, Object> command = edited
                ? Map.of("type", "message.edit", "message", question, "text", "In other words", "turn", id())
                : Map.of("type", "turn.retry", "session", session, "turn", id());
        return of(command, d -> {
            List<Received> messages = d.answered(session);
            assertEquals(2, messages.size());
            assertEquals(edited ? "In other words" : Desk.QUESTION, messages.getFirst().said());
            assertEquals(requests + 1, d.requests());
            assertEquals(1, d.sessions(false).stream().filter(one -> session.equals(one.text("forkedFrom"))).count());
        });
    }

    private static Change stopTurn(Desk desk) throws InterruptedException {
        String session = desk.session();
        desk.begin(session);
        return new Change(Map.of("type", "turn.stop", "session", session), "conflict", d -> {
            List<Received> messages = d.answered(session);
            assertEquals(2, messages.size());
            assertEquals("stopped", messages.getLast().text("status"));
        });
    }

    private static Change runQuery(Desk desk) throws InterruptedException {
        String session = desk.session();
        String id = id();
        return of(Map.of("type", "query.run", "session", session, "message", id, "sql", "select 1 as one"), d ->
                assertEquals(List.of(id), d.switchTo(session).objects("messages").stream().map(one -> one.text("id")).toList()));
    }
}
