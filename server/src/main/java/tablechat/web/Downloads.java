package tablechat.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import tablechat.chat.Chat;
import tablechat.chat.Export;
import tablechat.protocol.Code;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// `GET /results/ID.csv` and `.json`: a result as a file, streamed from its database. What fails before the first byte has a status
/// and a sentence; what fails later ends the connection in the middle of a chunk, so that nobody takes a part for the whole.
public final class Downloads implements HttpService {
    private static final System.Logger LOG = System.getLogger(Downloads.class.getName());
    private static final Header CSV = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8; header=present");
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

    private final Supplier<Chat> chat;

    /// @param chat waits where there is none yet
    public Downloads(Supplier<Chat> chat) {
        this.chat = chat;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/results/{id}.csv", (request, response) -> send(csv(request), CSV, request, response));
        rules.any("/results/{id}.json", (request, response) -> send(Export.Form.JSON, JSON, request, response));
    }

    private static Export.Form csv(ServerRequest request) {
        return request.query().first("for").filter("excel"::equals).isPresent() ? Export.Form.CSV_FOR_EXCEL : Export.Form.CSV;
    }

    private void send(Export.Form form, Header type, ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        try (Export export = chat.get().export(id, form)) {
            boolean head = request.prologue().method().equals(Method.HEAD);
            byte[] first = head ? null : export.next();
            response.header(type).header(PlainText.NOT_STORED).header(HeaderNames.CONTENT_DISPOSITION, disposition(export.fileName()));
            if (head) {
                // Nobody knows the length; Helidon would say 0, or end this way a body that HEAD has not.
                response.header(HeaderValues.TRANSFER_ENCODING_CHUNKED).header(HeaderValues.CONNECTION_CLOSE).send();
                throw new CloseConnectionException("answered, and it was the last");
            } else {
                pour(id, first, export, response);
            }
        } catch (Rejected e) {
            PlainText.send(request, response, status(e.code()), e.getMessage());
        } catch (InterruptedException e) {
            throw new CloseConnectionException("the export was stopped", e);
        }
    }

    /// The stream is closed at the end of all of it and never else: closing writes the last chunk.
    private static void pour(String id, byte @Nullable [] first, Export export, ServerResponse response) {
        OutputStream out = response.outputStream();
        try {
            for (byte[] piece = first; piece != null; piece = export.next()) out.write(piece);
            out.close();
        } catch (Rejected e) {
            LOG.log(Level.INFO, "the export of result {0} was cut: {1}", id, e.getMessage());
            throw new CloseConnectionException("the export failed", e);
        } catch (IOException | RuntimeException | InterruptedException e) {
            LOG.log(Level.DEBUG, "the export of result {0} was left", id);
            throw new CloseConnectionException("the client left", e);
        }
    }

    /// RFC 6266: a name in ASCII for those who do not know the other.
    static String disposition(String name) {
        String ascii = name.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    static Status status(Code code) {
        return switch (code) {
            case NOT_FOUND -> Status.NOT_FOUND_404;
            case REFUSED -> Status.FORBIDDEN_403;
            case DATABASE_ERROR -> Status.BAD_GATEWAY_502;
            case BUSY, UNAVAILABLE -> Status.SERVICE_UNAVAILABLE_503;
            default -> Status.INTERNAL_SERVER_ERROR_500;
        };
    }
}
