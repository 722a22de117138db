package tablechat.protocol;

import java.util.List;
import tablechat.protocol.Connection.Privacy;

/// What a client may ask for. The fields of each record are the fields on the wire; [Nullable] ones may be left out.
/// Compact constructors hold the bounds and fill in defaults, so a `Command` that exists is within them.
public sealed interface Command {
    int TEXT_CHARACTERS_MAX = 32_000;
    int SQL_CHARACTERS_MAX = 100_000;
    int TITLE_CHARACTERS_MAX = 200;
    int NAME_CHARACTERS_MAX = 100;
    int URL_CHARACTERS_MAX = 2_000;
    int USER_CHARACTERS_MAX = 200;
    int PASSWORD_CHARACTERS_MAX = 1_000;

    @Type(value = "help", summary = "Lists every command and event.")
    record Help() implements Command {}

    @Type(value = "ping", summary = "Answers pong.")
    record Ping() implements Command {}

    @Type(value = "connection.list", summary = "Lists the databases that can be asked about.")
    record ListConnections() implements Command {}

    /// With a `connection` what is left out is that one's, as in [UpdateConnection].
    @Type(value = "connection.test", summary = "Tries a database without keeping anything of it.")
    record TestConnection(
            @Nullable String connection, String url, @Nullable String user, @Nullable String password)
            implements Command {
        public TestConnection {
            url = Check.notBlank("url", url, URL_CHARACTERS_MAX);
            user = Check.optional("user", user, USER_CHARACTERS_MAX);
            password = Check.optional("password", password, PASSWORD_CHARACTERS_MAX);
        }

        @Override
        public String toString() {
            return "TestConnection without its password";
        }
    }

    @Type(value = "connection.add", summary = "Adds a database that can be asked about.")
    record AddConnection(
            @Nullable String connection,
            String name,
            String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable Privacy privacy,
            @Nullable Integer timeoutSeconds)
            implements Command {
        public AddConnection {
            connection = Check.clientMadeId("connection", connection);
            name = Check.connectionName(name);
            url = Check.notBlank("url", url, URL_CHARACTERS_MAX);
            user = Check.optional("user", user, USER_CHARACTERS_MAX);
            password = Check.optional("password", password, PASSWORD_CHARACTERS_MAX);
            if (privacy == null) privacy = Privacy.ROWS;
            timeoutSeconds = Connection.timeoutSeconds(timeoutSeconds, Connection.TIMEOUT_SECONDS);
        }

        @Override
        public String toString() {
            return "AddConnection " + name + " without its password";
        }
    }

    /// What is left out stays as it is.
    @Type(value = "connection.update", summary = "Changes a connection's name, its database or its settings.")
    record UpdateConnection(
            String connection,
            @Nullable String name,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable Privacy privacy,
            @Nullable Integer timeoutSeconds)
            implements Command {
        public UpdateConnection {
            name = Check.connectionName(name);
            if (url != null) url = Check.notBlank("url", url, URL_CHARACTERS_MAX);
            user = Check.optional("user", user, USER_CHARACTERS_MAX);
            password = Check.optional("password", password, PASSWORD_CHARACTERS_MAX);
            timeoutSeconds = Connection.timeoutSeconds(timeoutSeconds, null);
        }

        @Override
        public String toString() {
            return "UpdateConnection " + connection + " without its password";
        }
    }

    @Type(value = "connection.remove", summary = "Removes a connection with all its sessions; neither can be restored.")
    record RemoveConnection(String connection) implements Command {}

    @Type(value = "connection.use", summary = "Makes a connection the current one and lists its newest sessions.")
    record UseConnection(String connection) implements Command {}

    @Type(value = "schema.list", summary = "Lists a database's tables, a page at a time.")
    record ListSchema(
            @Nullable String connection,
            @Nullable String like,
            @Nullable String search,
            @Nullable Integer limit,
            @Nullable String after)
            implements Command {
        private static final int SEARCH_CHARACTERS_MAX = 1_000;

        public ListSchema {
            if (search != null) search = Check.atMost("search", search, SEARCH_CHARACTERS_MAX);
            if (like != null && search != null) throw Rejected.field("search", "Give either \"like\" or \"search\", not both.");
            limit = Check.within("limit", limit, 1, 500, 100);
        }
    }

    @Type(value = "schema.describe", summary = "Describes up to 20 tables with their columns, keys and comments.")
    record DescribeSchema(@Nullable String connection, List<String> tables) implements Command {
        private static final int TABLES_MAX = 20;

        public DescribeSchema {
            if (tables.isEmpty() || tables.size() > TABLES_MAX) {
                throw Rejected.field("tables", "\"tables\" must name from 1 to %d tables.".formatted(TABLES_MAX));
            }
            tables = List.copyOf(tables);
        }
    }

    @Type(value = "session.create", summary = "Starts a session and makes it the current one.")
    record CreateSession(@Nullable String connection, @Nullable String session, @Nullable String title)
            implements Command {
        public CreateSession {
            session = Check.clientMadeId("session", session);
            title = Check.title(title);
        }
    }

    @Type(value = "session.list", summary = "Lists a connection's sessions: pinned first, then newest activity first.")
    record ListSessions(
            @Nullable String connection,
            @Nullable Integer limit,
            @Nullable String after,
            @Nullable Boolean archived,
            @Nullable Boolean deleted)
            implements Command {
        public ListSessions {
            limit = Check.within("limit", limit, 1, 100, 50);
        }
    }

    @Type(value = "session.switch", summary = "Makes a session the current one and sends its newest messages.")
    record SwitchSession(String session, @Nullable Integer limit) implements Command {
        public SwitchSession {
            limit = Check.within("limit", limit, 1, 500, 100);
        }
    }

    @Type(value = "session.rename", summary = "Gives a session a title of the user's own.")
    record RenameSession(@Nullable String session, String title) implements Command {
        public RenameSession {
            title = Check.title(title);
        }
    }

    @Type(value = "session.pin", summary = "Pins a session to the top of the list, or unpins it.")
    record PinSession(@Nullable String session, Boolean pinned) implements Command {}

    @Type(value = "session.archive", summary = "Puts a session out of the list without deleting it, or back.")
    record ArchiveSession(@Nullable String session, Boolean archived) implements Command {}

    @Type(value = "session.draft", summary = "Keeps the text that was typed but not sent.")
    record DraftSession(@Nullable String session, String text) implements Command {
        public DraftSession {
            text = Check.atMost("text", text, TEXT_CHARACTERS_MAX);
        }
    }

    @Type(value = "session.delete", summary = "Deletes a session; it can be restored for 30 days.")
    record DeleteSession(@Nullable String session) implements Command {}

    @Type(value = "session.restore", summary = "Brings a deleted session back.")
    record RestoreSession(String session) implements Command {}

    @Type(value = "session.fork", summary = "Starts a session with a copy of all messages up to one.")
    record ForkSession(@Nullable String session, String message, @Nullable String fork) implements Command {
        public ForkSession {
            fork = Check.clientMadeId("fork", fork);
        }
    }

    @Type(value = "session.search", summary = "Finds sessions by words of their titles, messages and SQL.")
    record SearchSessions(String text, @Nullable String connection, @Nullable Integer limit) implements Command {
        private static final int SEARCH_CHARACTERS_MAX = 200;

        public SearchSessions {
            text = Check.notBlank("text", text, SEARCH_CHARACTERS_MAX);
            limit = Check.within("limit", limit, 1, 50, 20);
        }
    }

    @Type(value = "message.list", summary = "Lists the messages before a given one, oldest first.")
    record ListMessages(@Nullable String session, String before, @Nullable Integer limit) implements Command {
        public ListMessages {
            limit = Check.within("limit", limit, 1, 500, 100);
        }
    }

    @Type(value = "message.send", summary = "Asks a question; the answer comes as the events of a turn.")
    record SendMessage(
            String text, @Nullable String session, @Nullable String message, @Nullable String model)
            implements Command {
        public SendMessage {
            text = Check.notBlank("text", text, TEXT_CHARACTERS_MAX);
            message = Check.clientMadeId("message", message);
        }
    }

    @Type(value = "message.edit", summary = "Asks a question in other words; what followed it goes to a fork.")
    record EditMessage(String message, String text, @Nullable String turn, @Nullable String model) implements Command {
        public EditMessage {
            text = Check.notBlank("text", text, TEXT_CHARACTERS_MAX);
            turn = Check.clientMadeId("turn", turn);
        }
    }

    @Type(value = "turn.retry", summary = "Answers the last question again; the old answer goes to a fork.")
    record RetryTurn(@Nullable String session, @Nullable String turn, @Nullable String model) implements Command {
        public RetryTurn {
            turn = Check.clientMadeId("turn", turn);
        }
    }

    @Type(value = "turn.stop", summary = "Stops the answer being written in a session; what came so far is kept.")
    record StopTurn(@Nullable String session) implements Command {}

    /// `message` is the id of what is stored in the session.
    @Type(value = "query.run", summary = "Runs read-only SQL of the user's own.")
    record RunQuery(
            String sql, @Nullable String connection, @Nullable String session, @Nullable String message)
            implements Command {
        public RunQuery {
            sql = Check.notBlank("sql", sql, SQL_CHARACTERS_MAX);
            message = Check.clientMadeId("message", message);
            if (message != null && session == null) {
                throw Rejected.field("message", "\"message\" names what is stored in a session: name that, too.");
            }
        }
    }

    @Type(value = "query.stop", summary = "Stops a query.run of this client, named by that command's id.")
    record StopQuery(String query) implements Command {}

    @Type(value = "result.page", summary = "Reads stored rows of a result, sorted if wanted.")
    record PageResult(String result, Integer offset, @Nullable Integer limit, @Nullable Sort sort)
            implements Command {
        public PageResult {
            offset = Check.within("offset", offset, 0, Integer.MAX_VALUE, 0);
            limit = Check.within("limit", limit, 1, 1000, 100);
        }
    }

    /// By which column (index from 0) rows are sorted; ascending unless said otherwise.
    record Sort(Integer column, @Nullable Boolean descending) {}
}
