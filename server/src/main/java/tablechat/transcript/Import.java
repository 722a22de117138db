package tablechat.transcript;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tablechat.chat.Preview;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Code;
import tablechat.protocol.Ids;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.store.ConnectionStore;
import tablechat.store.SessionStore;
import tablechat.store.Store;
import tablechat.store.TranscriptStore.Brought;
import tablechat.store.TranscriptStore.Kept;

/// Brings a session back from its file: all of it in one transaction, or nothing. The file is read more than once, a message at a
/// time.
public final class Import {
    private static final long PAGE_BYTES = 512 * 1024;

    private final Store store;

    public Import(Store store) {
        this.store = store;
    }

    /// Whether the file is one that can be imported, wherever to.
    ///
    /// @throws Rejected with a sentence that says why it is not
    public static void check(Path path, String name) {
        var file = new SessionFile(path, name);
        file.head();
        file.each(new Admission()::admit);
    }

    /// What became of it. `renewed`: ids were taken, and new ones made. `there`: it was there already, with the same messages.
    public record Outcome(String title, String connection, int messages, boolean renewed, boolean there) {}

    /// @param name what to call the file in a sentence
    /// @param connection the name of the connection it is to belong to; null for the one named in the file
    /// @throws Rejected with a sentence; nothing was changed
    public Outcome from(Path path, String name, @Nullable String connection) {
        var file = new SessionFile(path, name);
        Head head = file.head();
        ConnectionStore.Row target = target(connection == null ? head.connection().name() : connection, connection == null);
        var admission = new Admission();
        byte[] digest = digest(each -> file.each(entry -> {
            admission.admit(entry);
            each.take(ended(entry), result -> Json.write(result.rows()));
        }));
        String title = head.session().title().strip();
        int messages = admission.messages().size();
        SessionStore.Row own = store.sessions().find(head.session().id()).orElse(null);
        if (own != null && own.deletedAt() == null && own.session().connection().equals(target.id())
                && MessageDigest.isEqual(digest, digest(each -> stored(own.session().id(), each)))) {
            return new Outcome(title, target.name(), messages, false, true);
        }
        boolean renewed = own != null
                || store.transcripts().holdsAny(admission.messages(), admission.turns(), admission.results());
        add(file, head, target.id(), renewed);
        return new Outcome(title, target.name(), messages, renewed, false);
    }

    private ConnectionStore.Row target(String name, boolean fromFile) {
        List<ConnectionStore.Row> all = store.connections().all();
        return all.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow(() -> {
            String there = all.stream().map(ConnectionStore.Row::name).collect(Collectors.joining(", "));
            String shown = name.replaceAll("\\p{C}", " ");
            return Rejected.because(Code.NOT_FOUND, (fromFile
                    ? "The session belongs to the connection \"%s\", which is not here. Add that one first, or say --connection NAME."
                    : "There is no connection \"%s\".").formatted(shown) + (there.isEmpty() ? "" : " There are: " + there + "."));
        });
    }

    private void add(SessionFile file, Head head, String connection, boolean renewed) {
        var ids = new NewIds();
        UnaryOperator<Entry> known = renewed ? ids::in : UnaryOperator.identity();
        String id = renewed ? Ids.next() : head.session().id();
        store.transcripts().add(head.session(id, connection), head.session().draft(),
                each -> file.each(entry -> each.accept(brought(ended(known.apply(entry))))));
    }

    /// An answer that was being written when it was exported will not be written on here.
    private static Entry ended(Entry entry) {
        List<Part> parts = entry.parts().stream().map(Import::ended).toList();
        Status status = entry.status() == Status.STREAMING ? Status.INTERRUPTED : entry.status();
        return new Entry(entry.id(), entry.role(), status, entry.createdAt(), entry.turn(), entry.model(), entry.privacy(),
                entry.usage(), entry.durationMs(), entry.error(), parts);
    }

    private static Part ended(Part part) {
        if (!(part instanceof Part.Tool(Call call)) || call.status() != null) return part;
        return new Part.Tool(new Call(call.id(), call.name(), call.input(), Call.Status.FAILED, call.output(), call.result(),
                "It had not finished when the session was exported.", call.durationMs(), call.modelRows()));
    }

    private static Brought brought(Entry entry) {
        Map<String, String> rows = new HashMap<>();
        List<Part> parts = entry.parts().stream().map(part -> previewed(part, rows)).toList();
        return new Brought(entry.with(parts).message(), entry.privacy(), rows);
    }

    private static Part previewed(Part part, Map<String, String> rows) {
        if (!(part instanceof Part.Tool(Call call)) || call.result() == null) return part;
        Result result = call.result();
        rows.put(result.id(), Json.write(result.rows()));
        return new Part.Tool(call.with(call.output(), new Result(result.id(), result.sql(), result.columns(),
                Preview.of(result.rows()), result.rowCount(), result.truncated(), result.durationMs())));
    }

    private interface Taker {
        void take(Entry entry, Document.Rows rows);
    }

    private interface Source {
        void giveTo(Taker taker);
    }

    private void stored(String session, Taker taker) {
        Kept last = null;
        for (var page = store.transcripts().after(session, null, PAGE_BYTES); !page.isEmpty();
                page = store.transcripts().after(session, last, PAGE_BYTES)) {
            for (Kept kept : page) taker.take(Entry.of(kept.message(), kept.seen()), result -> store.transcripts().rows(result.id()));
            last = page.getLast();
        }
    }

    private static byte[] digest(Source source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Writer out = new OutputStreamWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest), StandardCharsets.UTF_8);
            source.giveTo((entry, rows) -> write(entry, rows, out));
            out.flush();
            return digest.digest();
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("every Java has SHA-256, and nothing is written", e);
        }
    }

    private static void write(Entry entry, Document.Rows rows, Writer out) {
        try {
            JsonDocument.write(entry, rows, out);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written", e);
        }
    }
}
