package tablechat.transcript;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tablechat.protocol.Rejected;
import tablechat.store.TranscriptStore;
import tablechat.store.TranscriptStore.Kept;

/// One session about to be written down. It is read a page at a time, as fast as it is taken: nobody else waits for it.
public final class Transcript {
    /// Read at a time.
    private static final long PAGE_BYTES = 512 * 1024;

    private final TranscriptStore store;
    private final Head head;
    private final String fileName;
    private final Document document;
    private final List<Kept> first;

    Transcript(TranscriptStore store, Head head, String fileName, Document document) {
        this.store = store;
        this.head = head;
        this.fileName = fileName;
        this.document = document;
        first = store.after(head.session().id(), null, PAGE_BYTES);
    }

    /// For people, with its ending; safe as the name of a file.
    public String fileName() {
        return fileName;
    }

    /// All of it, in UTF-8; the stream stays open.
    ///
    /// @throws Rejected the session was changed meanwhile, or is gone; what was written is not the whole
    public void write(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        document.begin(head, text);
        for (List<Kept> page = first; !page.isEmpty(); page = store.after(head.session().id(), page.getLast(), PAGE_BYTES)) {
            for (Kept kept : page) {
                document.message(Entry.of(kept.message(), kept.seen()), result -> store.rows(result.id()), text);
            }
        }
        document.end(text);
        text.flush();
    }
}
