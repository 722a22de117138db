package tablechat.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Failure;
import tablechat.protocol.Ids;
import tablechat.protocol.Message;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Session;
import tablechat.protocol.Session.TitleSource;
import tablechat.protocol.Usage;
import tablechat.store.SessionStore.Shelf;

final class StoreTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void openStore() throws StoreUnusable {
        store = Store.open(folder);
        store.connections().add("c", "sample", "sqlite", "sqlite:/tmp/x.db", null, null);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsReadAtOnceIsOfOneMoment() {
        String title = "select title from session where id = ?";
        store.sessions().create("s", "c", "Before", TitleSource.USER, NOW);

        List<String> titles = store.readers().atOnce(statements -> {
            var read = new ArrayList<>(Readers.all(statements, row -> row.getString(1), title, "s"));
            store.sessions().rename("s", "After");
            read.addAll(Readers.all(statements, row -> row.getString(1), title, "s"));
            return read;
        });

        assertEquals(List.of("Before", "Before"), titles);
        assertEquals(List.of("After"), store.readers().atOnce(statements ->
                Readers.all(statements, row -> row.getString(1), title, "s")));
    }

    @Test
    void aSessionIsFoundAsItWasCreated() {
        store.sessions().create("s", "c", "New session", TitleSource.DEFAULT, NOW);

        Session found = store.sessions().find("s").orElseThrow().session();

        assertEquals(new Session("s", "c", "New session", TitleSource.DEFAULT, NOW, NOW, 0, false, false, false, null, null), found);
    }

    @Test
    void theSameIdIsCreatedOnce() {
        assertTrue(store.sessions().create("s", "c", "one", TitleSource.USER, NOW).isPresent());

        assertFalse(store.sessions().create("s", "c", "two", TitleSource.USER, NOW).isPresent());

        assertEquals("one", store.sessions().find("s").orElseThrow().session().title());
    }

    @Test
    void pagesShowEverySessionOncePinnedFirstThenNewest() {
        for (int i = 0; i < 25; i++) {
            store.sessions().create("s%02d".formatted(i), "c", "t", TitleSource.USER, NOW.plusMillis(i / 2));
        }
        store.sessions().pin("s03", true);

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = store.sessions().list("c", Shelf.OPEN, 4, cursor);
            assertEquals(25, page.total());
            page.sessions().forEach(session -> seen.add(session.id()));
            cursor = page.next();
        } while (cursor != null);

        var expected = new ArrayList<>(IntStream.range(0, 25).mapToObj("s%02d"::formatted).toList().reversed());
        expected.remove("s03");
        expected.addFirst("s03");
        assertEquals(expected, seen);
    }

    @Test
    void shelvesKeepArchivedAndDeletedApart() {
        for (String id : List.of("open", "archived", "deleted")) store.sessions().create(id, "c", id, TitleSource.USER, NOW);
        store.sessions().archive("archived", true);
        store.sessions().delete("deleted", NOW);

        for (Shelf shelf : Shelf.values()) {
            var page = store.sessions().list("c", shelf, 10, null);
            assertEquals(List.of(shelf.name().toLowerCase(Locale.ROOT)), page.sessions().stream().map(Session::id).toList());
        }
    }

    @Test
    void aCursorOfNobodysMakingIsRejected() {
        for (String cursor : List.of("", "x", "1~2", "a~b~c")) {
            assertThrows(Rejected.class, () -> store.sessions().list("c", Shelf.OPEN, 4, cursor), cursor);
        }
    }

    @Test
    void aTurnIsReadBackAsItWasStored() {
        session("s");
        var rows = List.of(Arrays.<Object>asList(1L, "a", null, true, Map.of("$bytes", "AA==", "length", 1L)));
        var result = new Result("r", "select 1", List.of(new Result.Column("x", "integer")), rows, 1L, false, 7);
        store.results().add(result, rows, "c", "s");
        Message answer = open("s", "How many?");
        var call = new Call("t1", "run_query", Map.of("sql", "select 1"), Call.Status.COMPLETE, "1 row", result, null, 7L);
        List<Part> parts = List.of(new Part.Thinking("hm"), new Part.Tool(call), new Part.Text("One \uD83D\uDE00."));
        var finished = new Message(answer.id(), answer.role(), Message.Status.FAILED, NOW, parts, "t", "m", new Usage(3, 4), 9L,
                new Failure(Code.MODEL_ERROR, "cut"));

        store.messages().finish("s", finished, NOW.plusSeconds(1));

        assertEquals(finished, store.messages().newest("s", 10, NO_LIMIT).messages().getLast());
        assertEquals(rows, store.results().rows("r").orElseThrow());
        assertEquals(NOW.plusSeconds(1), store.sessions().find("s").orElseThrow().session().updatedAt());
    }

    @Test
    void onlyOneAnswerIsWrittenInASession() {
        session("s");
        open("s", "first");

        Rejected second = assertThrows(Rejected.class, () -> open("s", "second"));

        assertEquals(Code.BUSY, second.code());
        assertEquals(2, store.messages().newest("s", 10, NO_LIMIT).messages().size());
        assertTrue(store.sessions().find("s").orElseThrow().session().running());
    }

    /// As when the same command came over two sockets, and the first answer was whole before the second was looked at.
    @Test
    void aTurnBeginsOnce() {
        session("s");
        Message first = open("s", "How many?");
        store.messages().finish("s", first.with(List.of(new Part.Text("Two."))), NOW);
        String question = store.messages().lastQuestion("s").orElseThrow();

        Rejected again = assertThrows(Rejected.class, () ->
                store.messages().reopen("s", asked(question, "t"), opened("t"), Privacy.ROWS, "fork", NOW));

        assertEquals(Code.CONFLICT, again.code());
        assertEquals("Two.", store.messages().newest("s", 10, NO_LIMIT).messages().getLast().text());
        assertTrue(store.sessions().find("fork").isEmpty());
    }

    @Test
    void pagesOfMessagesEndAtEitherLimit() {
        session("s");
        for (int i = 0; i < 10; i++) store.messages().add("s", user("m" + i, "x".repeat(1000)));

        var byCount = store.messages().newest("s", 3, NO_LIMIT);
        var byBytes = store.messages().newest("s", 10, 4_500);
        var tiny = store.messages().newest("s", 10, 1);
        var before = store.messages().before("s", 3, 10, NO_LIMIT);
        assertEquals(2, before.upTo());

        assertEquals(List.of("m7", "m8", "m9"), ids(byCount));
        assertTrue(byCount.earlier());
        assertEquals(List.of("m6", "m7", "m8", "m9"), ids(byBytes));
        assertTrue(byBytes.earlier());
        assertEquals(List.of("m9"), ids(tiny));
        assertEquals(List.of("m0", "m1"), ids(before));
        assertFalse(before.earlier());
    }

    @Test
    void whatACrashLeftIsMendedAtTheNextStart() throws StoreUnusable {
        session("s");
        Message answer = open("s", "q");
        store.messages().checkpoint(answer.id(), 0,
                List.of(new Part.Text("par"), new Part.Tool(Call.started("t", "run_query", Map.of()))));
        store.close();

        store = Store.open(folder);

        Message mended = store.messages().newest("s", 1, NO_LIMIT).messages().getFirst();
        assertEquals(Message.Status.INTERRUPTED, mended.status());
        assertEquals("par", mended.text());
        assertEquals(Call.Status.FAILED, ((Part.Tool) mended.parts().get(1)).call().status());
        assertFalse(store.sessions().find("s").orElseThrow().session().running());
    }

    @Test
    void aChangeThatFailsLeavesItsNeighboursInTheBatchAlone() throws Exception {
        session("s");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orphan = new Result("orphan", "select 1", List.of(), List.of(), 0L, false, 7);
            var changes = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 200; i++) {
                int n = i;
                changes.add(threads.submit(() -> {
                    if (n % 2 == 0) return store.sessions().create("n" + n, "c", "t", TitleSource.USER, NOW).isPresent();
                    store.results().add(orphan, List.of(), "c", "no such session");
                    return true;
                }));
            }
            for (int i = 0; i < 200; i++) {
                Future<Boolean> change = changes.get(i);
                if (i % 2 == 0) assertTrue(change.get());
                else assertThrows(java.util.concurrent.ExecutionException.class, change::get);
            }
        }

        assertEquals(101, store.sessions().list("c", Shelf.OPEN, 1, null).total());
    }

    @Test
    void aChangeThatFailsAloneChangesNothing() {
        session("s");
        open("s", "How many?");
        Instant before = store.sessions().find("s").orElseThrow().session().updatedAt();

        for (int i = 0; i < 3; i++) assertThrows(Rejected.class, () -> open("s", "And now?"));

        assertEquals(before, store.sessions().find("s").orElseThrow().session().updatedAt());
        assertEquals(2, store.messages().newest("s", 10, NO_LIMIT).upTo());
        assertTrue(store.sessions().rename("s", "goes on"));
    }

    @Test
    void connectionsAreSeenAsTheLastChangeLeftThem() {
        ConnectionStore connections = store.connections();
        assertEquals(List.of("sample"), names());

        connections.add("d", "other", "sqlite", "sqlite:/tmp/y.db", null, null);
        assertEquals(List.of("other", "sample"), names());

        connections.change("d", new ConnectionStore.Entry("later", "sqlite", "sqlite:/tmp/y.db", null, Privacy.SCHEMA, 5), null);
        assertEquals(List.of("later", "sample"), names());

        connections.move("d", "duckdb", "duckdb:/tmp/z.db", null, null);
        assertEquals("duckdb", connections.all().getFirst().kind());

        connections.used("d");
        Instant used = connections.all().getFirst().usedAt();
        assertTrue(used.toEpochMilli() > 0);

        connections.usedBeside("c");
        store.connections().sampleOffered(); // comes after it
        assertTrue(connections.all().getLast().usedAt().toEpochMilli() > 0);

        connections.remove("d");
        assertEquals(List.of("sample"), names());
        assertFalse(connections.change("d", new ConnectionStore.Entry("x", "sqlite", "sqlite:/tmp/y.db", null, Privacy.ROWS, 5), null));
    }

    private List<String> names() {
        return store.connections().all().stream().map(ConnectionStore.Row::name).toList();
    }

    @Test
    void aMadeSessionIsToldAsItIsByThen() {
        SessionStore.Made made = store.sessions().create("m", "c", "made", TitleSource.USER, Instant.now()).orElseThrow();

        assertEquals(store.sessions().find("m").orElseThrow().session(), made.session());
        assertEquals(made.session(), store.sessions().now(made));
        store.sessions().rename("m", "renamed");
        assertEquals("renamed", store.sessions().now(made).title());
    }

    @Test
    void aSearchHoldsNoOtherReadUp() {
        session("s");

        var thread = store.search().find(List.of("n"), null, 1, _ -> Thread.currentThread().getName());

        assertTrue(thread.getFirst().startsWith("store-searcher"), thread::toString);
    }

    @Test
    void aRemovedConnectionTakesAllThatIsItsOwnAlongAndNothingElse() {
        store.connections().add("d", "other", "sqlite", "sqlite:/tmp/y.db", "ann", "secret");
        session("s");
        for (int i = 0; i < 45; i++) store.sessions().create("d" + i, "d", "t", TitleSource.USER, NOW);
        store.results().add(new Result("r", "select 1", List.of(), List.of(), 0L, false, 7), List.of(), "d", null);

        assertEquals(45, store.connections().remove("d"));

        assertEquals(List.of("c"), store.connections().all().stream().map(ConnectionStore.Row::id).toList());
        assertTrue(store.connections().secret("d").isEmpty());
        assertFalse(store.sessions().create("late", "d", "t", TitleSource.USER, NOW).isPresent());
        assertFalse(store.sessions().restore("d0"));
        assertTrue(store.connections().add("e", "other", "sqlite", "sqlite:/tmp/y.db", null, null));
        store.connections().purge();
        assertTrue(store.sessions().find("d44").isEmpty());
        assertTrue(store.results().rows("r").isEmpty());
        assertTrue(store.sessions().find("s").isPresent());
    }

    @Test
    void anAnswerThatEndsAfterItsConnectionIsGoneEnds() {
        session("s");
        Message answer = open("s", "How many?");
        store.connections().remove("c");
        store.connections().purge();

        store.messages().finish("s", answer, NOW);

        assertTrue(store.messages().find(answer.id()).isEmpty());
    }

    @Test
    void everyListAndPageIsServedByAnIndex() {
        for (Shelf shelf : Shelf.values()) {
            assertNoSort("select id from session where connection_id = 'c' and " + shelf.condition()
                    + " and (pinned, active_at, id) < (2, 0, '') order by pinned desc, active_at desc, id desc limit 5");
        }
        assertNoSort(MessageRows.NEWEST_FIRST.replaceFirst("\\?", "'s'").replaceFirst("\\?", "99"));
        assertNoScan(MessageStore.QUESTION_OF_TURN.replace("?", "'t'"));
    }

    private void assertNoSort(String sql) {
        assertNoScan(sql);
        assertTrue(plan(sql).stream().noneMatch(step -> step.contains("TEMP B-TREE FOR ORDER BY")), () -> plan(sql).toString());
    }

    private void assertNoScan(String sql) {
        assertTrue(plan(sql).stream().noneMatch(step -> step.startsWith("SCAN")),
                () -> plan(sql).toString());
    }

    private List<String> plan(String sql) {
        return store.readers().all(row -> row.getString("detail"), "explain query plan " + sql);
    }

    private void session(String id) {
        store.sessions().create(id, "c", Session.DEFAULT_TITLE, TitleSource.DEFAULT, NOW);
    }

    private static Message user(String id, String text) {
        return new Message(id, Message.Role.USER, Message.Status.COMPLETE, NOW, List.of(new Part.Text(text)),
                null, null, null, null, null);
    }

    private static Message asked(String id, String turn) {
        return new Message(id, Message.Role.USER, Message.Status.COMPLETE, NOW, List.of(new Part.Text("In other words?")),
                turn, null, null, null, null);
    }

    private static Message opened(String turn) {
        return new Message(Ids.next(), Message.Role.ASSISTANT, Message.Status.STREAMING, NOW, List.of(),
                turn, "m", null, null, null);
    }

    private Message open(String session, String text) {
        Message answer = opened("t");
        store.messages().open(session, user(Ids.next(), text), answer, Privacy.ROWS);
        return answer;
    }

    private static List<String> ids(MessageStore.Page page) {
        return page.messages().stream().map(Message::id).toList();
    }
}
