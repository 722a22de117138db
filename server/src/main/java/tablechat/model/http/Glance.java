package tablechat.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tablechat.json.Json;
import tablechat.json.Malformed;
import tablechat.protocol.Nullable;

/// A quick look at a server while TableChat starts. Each wait ends after `limit`.
public record Glance(Duration limit) {
    private static final int BYTES_MAX = 1 << 20;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// Returns when somebody listens there.
    ///
    /// @throws Broken nobody does
    public void knock(String url) {
        URI uri = URI.create(url);
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        var address = new InetSocketAddress(host, uri.getPort() < 0 ? usual : uri.getPort());
        if (address.isUnresolved()) throw new Broken(new Trouble.Unreachable(Trouble.Reason.UNKNOWN_HOST));
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(address, millis());
        } catch (IOException e) {
            throw new Broken(trouble(e));
        }
    }

    /// The JSON object at this address.
    ///
    /// @param key sent along where there is one
    /// @throws Broken there is none, or it does not come in time
    public Map<String, Object> read(String url, @Nullable String key) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(millis());
            connection.setReadTimeout(millis());
            if (key != null) connection.setRequestProperty("Authorization", "Bearer " + key);
            try (InputStream in = connection.getInputStream()) {
                return Json.readObject(new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new Broken(trouble(e));
        } catch (Malformed e) {
            throw new Broken(new Trouble.Garbled(false));
        }
    }

    private int millis() {
        return (int) limit.toMillis();
    }

    /// No switch: the first one over types costs a start more than the look itself.
    private Trouble trouble(IOException failure) {
        if (failure instanceof SocketTimeoutException) return new Trouble.Silent(limit);
        if (failure instanceof UnknownHostException) return new Trouble.Unreachable(Trouble.Reason.UNKNOWN_HOST);
        if (failure instanceof ConnectException) return new Trouble.Unreachable(Trouble.Reason.REFUSED);
        if (failure instanceof NoRouteToHostException) return new Trouble.Unreachable(Trouble.Reason.OTHER);
        return new Trouble.Garbled(false);
    }
}
