package tablechat.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// axe-core in a tab: it looks for what keeps people out. (It reads what canvases have drawn, which the browser thinks slow.)
record Axe(Tab tab) {
    private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String FOUND = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .violations.map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html).join(' ')).join('\\n')""";

    /// It is there until the page is left.
    static Axe in(Tab tab) throws IOException {
        try (InputStream script = Axe.class.getResourceAsStream(SCRIPT)) {
            tab.page().evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return new Axe(tab);
    }

    /// @param state what is on the screen, in words
    void assertFindsNothing(String state) {
        assertEquals("", tab.page().evaluate(FOUND), state);
    }
}
