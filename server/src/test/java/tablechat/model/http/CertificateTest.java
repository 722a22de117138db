package tablechat.model.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.nio.file.Path;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tablechat.testing.SelfSigned;

/// Whom a connection is made to.
@Timeout(60)
@Isolated("whom Java trusts meanwhile is its own")
final class CertificateTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ndata: a\n\n";

    private final Asking asking = new Asking(Asking.PATIENT);

    @Test
    void aCertificateNobodyVouchesForOrOfAnotherServerIsRefused(@TempDir Path folder) throws Exception {
        SSLContext usual = SSLContext.getDefault();
        SSLContext ours = vouching(folder);
        try (var secure = new RawServer(ours.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()))) {
            String url = "https://%s:" + secure.port() + "/";
            secure.says(ANSWER).says(ANSWER);
            var refused = new Broken(new Trouble.Unreachable(Trouble.Reason.CERTIFICATE)).trouble();
            assertEquals(refused, assertThrows(Broken.class, () -> asking.ask(url.formatted("localhost"))).trouble());

            SSLContext.setDefault(ours);
            assertEquals(refused, assertThrows(Broken.class, () -> asking.ask(url.formatted("127.0.0.1"))).trouble());
            int before = secure.connections.get();
            for (int i = 0; i < 2; i++) assertEquals("a", asking.ask(url.formatted("localhost")));
            assertEquals(1, secure.connections.get() - before);
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    /// A server's and a client's own, for `localhost`.
    static SSLContext vouching(Path folder) throws Exception {
        var keys = SelfSigned.keys(folder);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SelfSigned.PASSWORD);
        var trusted = java.security.KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
