package tablechat.model.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.util.function.UnaryOperator;
import tablechat.protocol.Nullable;

/// The JDK's HTTP client, shared by all exchanges and opened by the first: a start should not pay for it.
/// HTTP/1.1, because the offer to upgrade to HTTP/2 breaks vLLM and LM Studio; no redirect is followed, because the key
/// would go with it.
public final class Http {
    private final Limits limits;
    private @Nullable HttpClient plain;
    private @Nullable HttpClient secure;

    public Http(Limits limits) {
        this.limits = limits;
    }

    /// @param sent makes the body that is sent of the one langchain4j gives
    /// @param read makes the data langchain4j gets of an event's
    public Exchange exchange(UnaryOperator<String> sent, UnaryOperator<String> read) {
        return new Exchange(this, limits, sent, read);
    }

    /// Opens what an exchange with this address needs; connects to nobody.
    public void prepare(String url) {
        client(URI.create(url));
    }

    /// Two of them, since the JDK's reads the machine's certificates when it is made: a third of the first answer's wait, for
    /// nothing where a model runs on this machine.
    synchronized HttpClient client(URI address) {
        if ("https".equalsIgnoreCase(address.getScheme())) {
            if (secure == null) secure = builder().build();
            return secure;
        }
        if (plain == null) plain = builder().sslContext(NoTrust.context()).build();
        return plain;
    }

    private HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(limits.connect());
    }
}
