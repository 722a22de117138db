package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.testing.ScriptedModel;
import tablechat.testing.SqliteFile;

/// Takes the pictures of `server/docs/screens` anew, the README's among them: `mvn verify -Dit.test=Picture`. The rows in them are
/// the sample's.
@InTurn
final class Picture {
    private static final Path SCREENS = Path.of("server/docs/screens");
    private static final List<String> EARLIER = List.of("Orders waiting for shipment", "Customers by country",
            "Products never reordered", "Average basket per month", "Which tables are there?");
    private static final int HOURS_APART = 9;
    /// Until what fades and slides has come to its end.
    private static final double SETTLED_MILLIS = 400;
    private static final Map<String, Object> TABLES = Map.of("names", List.of("orders", "order_items", "categories"));
    private static final Map<String, Object> REVENUE = Map.of("sql", """
            select c.name as category, count(distinct o.id) as orders,
                   round(sum(i.quantity * i.unit_price)) as revenue
            from orders o join order_items i on i.order_id = o.id
            join products p on p.id = i.product_id join categories c on c.id = p.category_id
            where o.order_date >= '2025-01-01' and o.status <> 'cancelled'
            group by c.name order by revenue desc limit 5""");
    private static final String ANSWER = """
            **Outdoor** earned the most in 2025: €33,690 from 237 orders, well ahead of Home (€23,984) and \
            Kitchen (€22,797). Cancelled orders are left out.""";

    @RegisterExtension
    final Stage stage = Stage.wide(new ScriptedModel("your-model"));

    @Test
    void aConversationAboutTheSampleShop() throws Exception {
        Tab tab = stage.tab();
        haveEarlierSessions(tab);
        stage.server().chat().connections().probeAll();
        stage.model().calls("describe_tables", TABLES).calls("run_query", REVENUE).answers(ANSWER)
                .titles(Line.text("Revenue by category, 2025"));
        tab.button("New session").click();
        tab.ask("Which categories earned the most in 2025?");
        assertThat(tab.title()).hasText("Revenue by category, 2025");
        assertThat(tab.button("Send")).isVisible();

        tab.answer().getByText("Looked at the tables and ran a query").click();
        tab.answer().getByText("Ran a query", new Locator.GetByTextOptions().setExact(true)).click();
        tab.page().mouse().move(0, 0);
        tab.message().focus();

        assertThat(tab.answer().getByRole(AriaRole.COLUMNHEADER)).hasCount(3);
        assertThat(tab.page().locator("[data-status=ok]").first()).isVisible();
        take(tab, "conversation");
        dark(tab, true);
        take(tab, "conversation-dark");
        tab.press("Control+K");
        tab.page().keyboard().type("rev");
        assertThat(tab.page().getByRole(AriaRole.OPTION).first()).containsText("Revenue");
        take(tab, "palette-dark");
        tab.press("Escape");
        dark(tab, false);
        tab.button("Schema").click();
        tab.page().getByRole(AriaRole.COMPLEMENTARY).getByText("orders", new Locator.GetByTextOptions().setExact(true)).click();
        tab.answer().getByText("Chart", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(tab.answer().locator("canvas")).isVisible();
        take(tab, "chart-and-schema");
        tab.press("Control+Shift+S");

        tab.page().setViewportSize(390, 780);
        take(tab, "phone");
        dark(tab, true);
        tab.button("Show the sidebar").click();
        assertThat(tab.sessions()).isVisible();
        take(tab, "phone-sidebar-dark");
    }

    private static void dark(Tab tab, boolean dark) {
        ColorScheme scheme = dark ? ColorScheme.DARK : ColorScheme.LIGHT;
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void take(Tab tab, String name) throws IOException {
        tab.page().waitForTimeout(SETTLED_MILLIS);
        Palette256.write(tab.page().screenshot(), SCREENS.resolve(name + ".png"));
    }

    private void haveEarlierSessions(Tab tab) throws Exception {
        for (String title : EARLIER.reversed()) {
            stage.model().answers("See above.").titles(Line.text(title));
            tab.button("New session").click();
            tab.ask(title);
            assertThat(tab.session(title)).hasCount(1);
            assertThat(tab.button("Send")).isVisible();
        }
        stage.serverGoes();
        var store = new SqliteFile(stage.folder().path().resolve("tablechat.db"));
        for (int i = 0; i < EARLIER.size(); i++) {
            long then = Instant.now().minus(1 + (long) HOURS_APART * i, ChronoUnit.HOURS).toEpochMilli();
            store.run("update session set active_at = %d where title = '%s'".formatted(then, EARLIER.get(i)));
        }
        stage.serverComesBack();
        tab.page().reload();
    }
}
