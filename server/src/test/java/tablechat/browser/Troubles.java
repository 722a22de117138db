package tablechat.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;

/// What a browser tells of pages that are not well: words in the console, errors nobody caught, requests that failed, that were
/// refused or that went elsewhere.
final class Troubles {
    private final List<String> seen = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Troubles(BrowserContext context, String origin) {
        context.onConsoleMessage(message -> seen.add("console: " + message.text()));
        context.onWebError(error -> seen.add("error: " + error.error()));
        context.onDialog(dialog -> {
            seen.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequestFailed(request -> seen.add("failed: " + request.url() + " " + request.failure()));
        context.onRequest(request -> {
            if (!request.url().startsWith(origin + "/")) seen.add("elsewhere: " + request.url());
        });
        context.onResponse(response -> {
            if (response.status() >= 400) seen.add(response.status() + ": " + response.url());
        });
        String sockets = origin.replaceFirst("^http", "ws") + "/";
        context.onPage(page -> page.onWebSocket(socket -> {
            if (!socket.url().startsWith(sockets)) seen.add("elsewhere: " + socket.url());
        }));
    }

    /// What has these words in it is no trouble.
    void expect(String words) {
        expected.add(words);
    }

    void assertNone() {
        assertEquals(List.of(), seen.stream().filter(trouble -> expected.stream().noneMatch(trouble::contains)).toList());
    }
}
