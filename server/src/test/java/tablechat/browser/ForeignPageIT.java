package tablechat.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.testing.InTurn;
import tablechat.testing.TestClient;

/// A page of another server on this machine, in the same browser, gets nothing, however it asks.
@InTurn
final class ForeignPageIT {
    private static final String PAGE = """
            <!doctype html><title>Elsewhere</title><script>
            const got = {};
            const tries = {
                read: async at => (await fetch(at + '/')).text(),
                health: async at => (await fetch(at + '/observe/health')).text(),
                rows: async at => (await fetch(at + '/results/1.csv')).text(),
                blind: async at => { const r = await fetch(at + '/', { mode: 'no-cors' }); return (await r.text()) || Promise.reject() },
                written: async at => (await fetch(at + '/', { method: 'POST', body: '{}' })).text(),
                socket: at => new Promise((done, fail) => {
                    const socket = new WebSocket(at.replace('http', 'ws') + '/ws');
                    socket.onopen = () => socket.send('{"type":"session.create","title":"Stolen"}');
                    socket.onmessage = ({ data }) => done(data);
                    socket.onerror = fail;
                }),
                script: at => tag('script', at + '/lib/back-off.js'),
                style: at => tag('link', at + '/css/tokens.css'),
                picture: at => tag('img', at + '/icon.svg'),
                frame: at => new Promise((done, fail) => {
                    const frame = document.createElement('iframe');
                    frame.src = at + '/';
                    frame.onload = () => { try { done(frame.contentWindow.document.body.innerText) } catch (e) { fail(e) } };
                    document.documentElement.append(frame);
                }),
            };
            function tag(name, url) {
                return new Promise((done, fail) => {
                    const element = document.createElement(name);
                    element.onload = () => done('loaded');
                    element.onerror = fail;
                    Object.assign(element, name === 'link' ? { rel: 'stylesheet', href: url } : { src: url });
                    document.documentElement.append(element);
                });
            }
            async function tryAll(at) {
                for (const [name, attempt] of Object.entries(tries)) {
                    try { got[name] = await attempt(at) } catch { got[name] = 'nothing' }
                }
                return got;
            }
            </script>""";

    @RegisterExtension
    final Stage stage = Stage.wide();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aForeignPageGetsNothing(String host) throws Exception {
        // All that goes wrong here is meant to.
        stage.troubles().expect("");
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
        try (TestClient client = stage.server().client("connection=sample")) {
            Page page = stage.tab().page().context().newPage();
            page.navigate("http://" + host + ":" + elsewhere.getAddress().getPort() + "/");

            Object got = page.evaluate("at => tryAll(at)", "http://localhost:" + stage.server().port());

            for (Object each : ((Map<?, ?>) got).values()) assertEquals("nothing", each, got::toString);
            assertEquals(10, ((Map<?, ?>) got).size());
            assertEquals(0, client.send(Map.of("type", "session.list")).number("total"));
        } finally {
            elsewhere.stop(0);
        }
    }
}
