package tablechat.model.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Exchanges through a proxy, as Java is told of one by `https.proxyHost` and the like.
@Timeout(60)
@Isolated("the way that Java takes to all servers meanwhile is its own")
final class ProxyTest {
    private static final String URL = "http://provider.invalid:4711/";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ndata: a\n\n";
    private static final Duration SOON = Duration.ofSeconds(5);

    @AutoClose
    private final RawServer provider = new RawServer();

    @AutoClose
    private final TunnelProxy proxy = new TunnelProxy(provider.port());

    private final Asking asking = new Asking(Asking.PATIENT);
    private final ProxySelector usual = ProxySelector.getDefault();

    @BeforeEach
    void sendAllThroughTheProxy() {
        sendAllThrough(proxy);
    }

    private static void sendAllThrough(TunnelProxy proxy) {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    @AfterEach
    void sendNothingThroughIt() {
        ProxySelector.setDefault(usual);
    }

    @Test
    void theProxyFindsTheProviderAndSeesNoRequest() throws Exception {
        provider.says(ANSWER).says(ANSWER);

        for (int i = 0; i < 2; i++) assertEquals("a", asking.ask(URL));

        assertEquals(List.of("provider.invalid:4711", "provider.invalid:4711"), proxy.asked);
        assertTrue(provider.requests.getFirst().startsWith("POST / HTTP/1.1\r\nHost: provider.invalid:4711\r\n"));
    }

    @Test
    void aSecretGoesThroughItUnread(@TempDir Path folder) throws Exception {
        SSLContext usual = SSLContext.getDefault();
        SSLContext ours = CertificateTest.vouching(folder);
        try (var secure = new RawServer(ours.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
                var tunnel = new TunnelProxy(secure.port())) {
            SSLContext.setDefault(ours);
            sendAllThrough(tunnel);
            secure.says(ANSWER);

            assertEquals("a", asking.ask("https://localhost:4711/"));
            assertEquals(List.of("localhost:4711"), tunnel.asked);
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void aProxyThatRefusesIsATrouble() {
        proxy.refuses = true;

        var failure = assertThrows(Broken.class, () -> asking.ask(URL));

        assertEquals(new Trouble.Unreachable(Trouble.Reason.OTHER), failure.trouble());
    }

    @Test
    void anAnswerBehindAProxyCanBeGivenUp() throws Exception {
        var heard = new CompletableFuture<String>();
        Thread asked = asking.begin(URL, "{}", heard);
        while (provider.requests.isEmpty()) Thread.sleep(5);

        asked.interrupt();

        assertTrue(asked.join(SOON), "still asking");
        assertInstanceOf(Stopped.class, assertThrows(ExecutionException.class, heard::get).getCause());
    }
}
