package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.Hold;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.testing.SqliteFile;

@InTurn
final class SidebarIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void sessionsAreGroupedByTheTimeOfTheirLastWord() throws Exception {
        Tab tab = stage.tab();
        for (String title : new String[] {"Of today", "Of old", "Held fast"}) begin(tab, title);
        stage.serverGoes();
        var store = new SqliteFile(stage.folder().path().resolve("tablechat.db"));
        long then = Instant.now().minus(20, ChronoUnit.DAYS).toEpochMilli();
        store.run("update session set active_at = %d where title = 'Of old'".formatted(then));
        store.run("update session set pinned = 1 where title = 'Held fast'");
        stage.serverComesBack();
        tab.page().reload();

        assertThat(tab.sessions().getByRole(AriaRole.HEADING)).hasText(new String[] {"Pinned", "Today", "Previous 30 days"});
        assertThat(tab.sessions().getByRole(AriaRole.LISTITEM)).containsText(
                new String[] {"Pinned", "Held fast", "Today", "Of today", "Previous 30 days", "Of old"});
    }

    @Test
    void howLongAgoIsShownAndExactlyWhenIsToldInTheTooltip() throws Exception {
        Instant then = Instant.now().minus(3, ChronoUnit.HOURS);
        Tab tab = stage.tabHaving("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                select '00000000-0000-7000-8000-000000000001', id, 'Of before', 'user', %1$d, %1$d from connection
                """.formatted(then.toEpochMilli()));

        Locator session = tab.session("Of before");

        assertThat(session.getByRole(AriaRole.TIME)).hasText("3 h");
        assertThat(session).hasAttribute("title", "Of before\n"
                + DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.systemDefault()).format(then));
    }

    @Test
    void whatIsDeletedCanBeHadBackForThirtyDaysAndAtOnceByUndo() {
        Tab tab = stage.tab();
        begin(tab, "To go");

        tab.session("To go").press("Delete");
        Locator asked = tab.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(asked).hasAccessibleName("Delete “To go”?");
        assertThat(asked).hasAccessibleDescription("A deleted session can be restored for 30 days.");
        tab.press("Enter");
        assertThat(tab.session("To go")).hasCount(0);
        assertThat(tab.page().getByRole(AriaRole.STATUS).getByText("Session deleted.")).isVisible();
        assertThat(tab.answer()).hasCount(0);
        tab.button("Undo").click();

        assertThat(tab.session("To go")).hasAttribute("aria-current", "page");
        assertThat(tab.answer()).containsText("Yes.");
        assertThat(tab.button("Undo")).hasCount(0);
    }

    @Test
    void aSessionIsHadAsAFile() {
        Tab tab = stage.tab();
        begin(tab, "To keep");
        String id = tab.page().url().replaceAll(".*/", "");

        tab.session("To keep").hover();
        tab.button("Options").click();
        Locator links = tab.page().getByRole(AriaRole.MENU).locator("a[download]");

        assertThat(links).hasText(new String[] {"Download as Markdown", "Download as JSON", "Download as web page"});
        String[] forms = {"md", "json", "html"};
        for (int i = 0; i < forms.length; i++) assertThat(links.nth(i)).hasAttribute("href", "sessions/" + id + "." + forms[i]);
        tab.press("Escape");
        tab.press("Control+K");
        tab.page().keyboard().type("download");
        assertThat(tab.page().getByRole(AriaRole.OPTION)).hasCount(3);
    }

    @Test
    void anAnswerThatEndedElsewhereIsMarkedUntilItIsLookedAt() throws Exception {
        Tab tab = stage.tab();
        begin(tab, "Looked at");
        Hold hold = stage.model().titles(Line.text("In the background")).waits("Here it is.");
        tab.button("New session").click();
        tab.ask("Take your time");
        hold.awaitReached();
        Locator unread = tab.sessions().locator("[aria-label='Not read yet']:visible");
        Locator working = tab.sessions().locator("[aria-label='Being answered']:visible");
        assertThat(working).hasCount(1);
        tab.session("Looked at").click();
        assertThat(unread).hasCount(0);

        hold.release();
        assertThat(unread).hasCount(1);
        assertThat(working).hasCount(0);
        tab.session("In the background").click();

        assertThat(unread).hasCount(0);
        assertThat(tab.answer()).containsText("Here it is.");
    }

    @Test
    void itsWidthIsChangedAndRemembered() {
        Tab tab = stage.tab();
        Locator edge = tab.page().getByRole(AriaRole.SEPARATOR);

        edge.focus();
        for (int i = 0; i < 3; i++) tab.press("ArrowRight");
        double width = tab.page().getByRole(AriaRole.COMPLEMENTARY).first().boundingBox().width;
        assertThat(edge).hasAttribute("aria-valuenow", String.valueOf((int) width));
        tab.page().reload();

        assertEquals(320, width);
        assertEquals(width, tab.page().getByRole(AriaRole.COMPLEMENTARY).first().boundingBox().width);
    }

    private void begin(Tab tab, String title) {
        stage.model().answers("Yes.").titles(Line.text(title));
        tab.button("New session").click();
        tab.ask(title + "?");
        assertThat(tab.session(title)).hasCount(1);
        assertThat(tab.button("Send")).isVisible();
    }
}
