package tablechat.model.http;

import dev.langchain4j.http.client.HttpRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Sends a request and waits for the headers of its answer.
record Opening(Http http, Limits limits) {

    /// The caller closes the body.
    ///
    /// @throws Broken no answer began within the limit, or there is no way to the server
    HttpResponse<Body> open(HttpRequest request, String body) throws InterruptedException {
        CompletableFuture<HttpResponse<Body>> answer = send(jdk(request, body));
        try {
            return answer.get(limits.first().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new Broken(trouble(e.getCause()));
        } catch (TimeoutException e) {
            drop(answer);
            throw new Broken(new Trouble.Silent(limits.first()));
        } catch (InterruptedException e) {
            drop(answer);
            throw e;
        }
    }

    private CompletableFuture<HttpResponse<Body>> send(java.net.http.HttpRequest request) {
        return http.client(request.uri()).sendAsync(request, info -> new Body());
    }

    /// An answer may begin in the very moment it is given up: then its body is closed.
    private static void drop(CompletableFuture<HttpResponse<Body>> answer) {
        answer.cancel(true);
        answer.thenAccept(response -> response.body().close());
    }

    private static java.net.http.HttpRequest jdk(HttpRequest request, String body) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .POST(BodyPublishers.ofString(body))
                .header("Accept", "text/event-stream");
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    private static Trouble trouble(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) return new Trouble.Unreachable(Trouble.Reason.UNKNOWN_HOST);
        }
        return switch (failure) {
            case HttpConnectTimeoutException e -> new Trouble.Unreachable(Trouble.Reason.TIMEOUT);
            case UnknownHostException e -> new Trouble.Unreachable(Trouble.Reason.UNKNOWN_HOST);
            case ConnectException e -> new Trouble.Unreachable(Trouble.Reason.REFUSED);
            case NoRouteToHostException e -> new Trouble.Unreachable(Trouble.Reason.OTHER);
            case SSLException e -> new Trouble.Unreachable(Trouble.Reason.CERTIFICATE);
            case ProtocolException e -> new Trouble.Garbled(false);
            case IOException e -> new Trouble.Cut();
            default -> new Trouble.Unreachable(Trouble.Reason.OTHER);
        };
    }
}
