package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import tablechat.protocol.Rejected;
import tablechat.transcript.Form;
import tablechat.transcript.Transcript;
import tablechat.transcript.Transcripts;

/// `GET /sessions/ID.json`, `.md` and `.html`: a session as a file, streamed from the store. As with [Downloads], a file that
/// cannot be finished ends its connection.
public final class SessionFiles implements HttpService {
    private static final System.Logger LOG = System.getLogger(SessionFiles.class.getName());

    /// How long a client may take nothing.
    private static final Duration STALL_MAX = Duration.ofSeconds(60);

    private final Supplier<Transcripts> transcripts;

    /// @param transcripts waits where there are none yet
    public SessionFiles(Supplier<Transcripts> transcripts) {
        this.transcripts = transcripts;
    }

    @Override
    public void routing(HttpRules rules) {
        route(rules, "json", Form.JSON, "application/json; charset=utf-8");
        route(rules, "md", Form.MARKDOWN, "text/markdown; charset=utf-8; variant=GFM");
        route(rules, "html", Form.HTML, "text/html; charset=utf-8");
    }

    private void route(HttpRules rules, String ending, Form form, String type) {
        Header header = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type);
        rules.any("/sessions/{id}." + ending, (request, response) -> send(form, header, request, response));
    }

    private void send(Form form, Header type, ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        try {
            Transcript transcript = transcripts.get().of(id, form);
            response.header(type).header(PlainText.NOT_STORED);
            response.header(HeaderNames.CONTENT_DISPOSITION, Downloads.disposition(transcript.fileName()));
            if (request.prologue().method().equals(Method.HEAD)) tellLength(transcript, response);
            else pour(id, transcript, response);
        } catch (Rejected e) {
            PlainText.send(request, response, Downloads.status(e.code()), e.getMessage());
        }
    }

    private static void tellLength(Transcript transcript, ServerResponse response) {
        var counted = new CountedStream();
        try {
            transcript.write(counted);
        } catch (IOException e) {
            throw new UncheckedIOException("counting", e);
        }
        response.header(HeaderNames.CONTENT_LENGTH, String.valueOf(counted.bytes)).send();
    }

    /// Of what is written to it, only how much.
    private static final class CountedStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int offset, int length) {
            bytes += length;
        }
    }

    /// The stream is closed at the end of all of it and never else: closing writes the last chunk.
    private static void pour(String id, Transcript transcript, ServerResponse response) {
        OutputStream out = response.outputStream();
        try (var stall = new Stall(STALL_MAX)) {
            transcript.write(stall.over(out));
            out.close();
        } catch (Rejected e) {
            LOG.log(Level.INFO, "the export of session {0} was cut: {1}", id, e.getMessage());
            throw new CloseConnectionException("the export failed", e);
        } catch (IOException | UncheckedIOException | CloseConnectionException e) {
            LOG.log(Level.DEBUG, "the export of session {0} was left", id);
            throw new CloseConnectionException("the client left", e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the export of session " + id + " failed", e);
            throw new CloseConnectionException("the export failed", e);
        }
    }
}
