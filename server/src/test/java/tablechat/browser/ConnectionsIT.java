package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;
import tablechat.testing.Line;
import tablechat.testing.SqliteFile;

/// Databases are added, tried, changed and removed in a dialog.
@InTurn
final class ConnectionsIT {
    private static final String SECRET = "hunter2-hunter2";

    @RegisterExtension
    final Stage stage = Stage.wide();

    private Tab tab;
    private String url;

    @BeforeEach
    void theDialogIsOpen() throws Exception {
        Path file = stage.folder().path().resolve("zoo.db");
        new SqliteFile(file).run("create table animals (name text)");
        url = "sqlite:" + file;
        tab = stage.tab();
        assertThat(tab.page().getByRole(AriaRole.COMPLEMENTARY).first()).containsText("sample");
        tab.button("Connections").click();
        assertThat(dialog()).isVisible();
    }

    @Test
    void aDatabaseIsTriedAddedAndAskedAtOnce() {
        add().click();
        field("Name").fill("zoo");
        field("URL").fill(url);
        tab.button("Test").click();
        assertThat(dialog()).containsText(Pattern.compile("SQLite.*answered in"));

        tab.button("Save").click();

        assertThat(dialog()).isHidden();
        assertThat(tab.page().getByRole(AriaRole.COMBOBOX).locator("option:checked")).hasText("zoo");
        assertThat(tab.button("How many animals are there?")).isVisible();
        assertThat(tab.page().locator(".light[data-status=ok]")).isVisible();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        add().click();
        tab.button("Save").click();
        assertThat(field("Name")).hasAttribute("aria-invalid", "true");
        assertThat(field("Name")).isFocused();

        field("Name").fill("sample");
        field("URL").fill("gopher://nowhere");
        tab.button("Test").click();
        assertThat(dialog().locator("#field-url-error")).isVisible();
        assertThat(field("URL")).isFocused();
        field("URL").fill(url);
        assertThat(dialog().locator("#field-url-error")).isHidden();
        tab.button("Save").click();

        assertThat(dialog().getByText(Pattern.compile("sample.*(taken|already)|(taken|already).*sample"))).isVisible();
        assertThat(dialog()).isVisible();
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInWords() {
        add().click();
        field("URL").fill("sqlite:/nowhere/at/all.db");

        tab.button("Test").click();

        assertThat(dialog().getByRole(AriaRole.STATUS)).containsText("/nowhere/at/all.db");
        assertThat(tab.button("Save")).isEnabled();
    }

    @Test
    void aPasswordIsNotShownAgain() {
        add().click();
        field("Name").fill("far away");
        field("URL").fill("postgresql://127.0.0.1:1/shop");
        field("User").fill("ann");
        field("Password").fill(SECRET);
        field("What the model sees").selectOption("schema");
        assertThat(dialog()).containsText("nothing that is in them");
        tab.button("Save").click();
        assertThat(dialog()).isHidden();

        tab.button("Connections").click();
        tab.button("Edit far away").click();

        assertThat(field("User")).hasValue("ann");
        assertThat(field("Password")).hasValue("");
        assertThat(field("What the model sees")).hasValue("schema");
        assertEquals(false, tab.page().content().contains(SECRET));
        field("Name").fill("farther");
        tab.button("Save").click();
        assertThat(tab.button("Edit farther")).isVisible();
    }

    @Test
    void removingSaysHowManySessionsGoWithIt() {
        tab.press("Escape");
        assertThat(dialog()).isHidden();
        stage.model().answers("Yes.").titles(Line.text("Of the sample"));
        tab.ask("Is it so?");
        assertThat(tab.session("Of the sample")).hasCount(1);
        assertThat(tab.button("Send")).isVisible();

        tab.button("Connections").click();
        tab.button("Remove sample").click();
        assertThat(dialog()).containsText("its 1 session");
        tab.button("Keep").click();
        assertThat(tab.button("Edit sample")).isVisible();
        tab.button("Remove sample").click();
        tab.button("Remove with 1 session").click();

        assertThat(dialog().getByRole(AriaRole.LISTITEM)).hasCount(0);
        tab.press("Escape");
        assertThat(tab.sessions().getByRole(AriaRole.LINK)).hasCount(0);
        assertThat(tab.page().getByText("No database is connected yet.")).isVisible();
        assertThat(tab.conversation().getByRole(AriaRole.ARTICLE)).hasCount(0);
    }

    @Test
    void theDialogGivesTheFocusBack() {
        assertThat(tab.button("Close")).isVisible();

        tab.press("Escape");

        assertThat(tab.button("Connections")).isFocused();
    }

    private Locator add() {
        return dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add a connection"));
    }

    private Locator dialog() {
        return tab.page().getByRole(AriaRole.DIALOG);
    }

    private Locator field(String label) {
        return dialog().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
