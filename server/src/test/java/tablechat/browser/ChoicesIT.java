package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.testing.InTurn;

/// What a person sets to their liking, and the line that tells what the model sees.
@InTurn
final class ChoicesIT {
    @RegisterExtension
    final Stage stage = Stage.wide();

    @Test
    void thePageSpeaksChineseWhenToldToAndRemembersIt() {
        stage.model().answers("好的。");
        Tab tab = stage.tab();
        command(tab, "Chinese");
        Locator message = tab.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("消息").setExact(true));
        assertThat(message).isVisible();
        assertThat(tab.page().locator("html")).hasAttribute("lang", "zh-CN");

        message.fill("有多少客户?");
        tab.button("发送").click();
        assertThat(tab.page().getByText("好的。")).isVisible();
        tab.button("表结构").click();
        assertThat(tab.page().getByText(Pattern.compile("\\d+ 张表"))).isVisible();
        tab.button("连接管理").click();
        assertThat(tab.button("添加连接")).isVisible();
        tab.button("添加连接").click();
        assertThat(tab.button("保存")).isVisible();
        tab.press("Escape");
        tab.page().reload();

        assertThat(message).isVisible();
        assertThat(tab.page().getByText("今天", new Page.GetByTextOptions().setExact(true))).isVisible();
    }

    @Test
    void enterBreaksTheLineForThoseWhoWishSo() {
        stage.model().answers("Both.");
        Tab tab = stage.tab();
        command(tab, "Let Enter send");
        assertThat(tab.page().getByText("Enter breaks the line, Ctrl+Enter sends.")).isVisible();
        tab.page().reload();

        tab.message().focus();
        tab.page().keyboard().type("one");
        tab.press("Enter");
        tab.page().keyboard().type("two");
        assertThat(tab.message()).hasValue("one\ntwo");
        tab.press("Control+Enter");

        assertThat(tab.answer()).containsText("Both.");
    }

    @Test
    void aLineTellsFromWhereOnTheModelSees() {
        Tab tab = stage.tab();
        Locator line = tab.conversation().getByText(Pattern.compile("The model sees from here on, \\d+ messages"));
        for (int i = 1; i <= 11; i++) {
            stage.model().answers("Answer " + i + ".");
            tab.ask("Question " + i);
            assertThat(tab.answer()).containsText("Answer " + i + ".");
            if (i == 10) assertThat(line).hasCount(0);
        }

        assertThat(line).hasText("The model sees from here on, 20 messages");
        assertThat(tab.conversation().locator(".seen-line + article")).containsText("Question 2");
        tab.page().reload();
        assertThat(tab.conversation().locator(".seen-line + article")).containsText("Question 2");
    }

    private static void command(Tab tab, String name) {
        tab.press("Control+K");
        tab.page().keyboard().type(name);
        assertThat(tab.page().getByRole(AriaRole.OPTION)).hasCount(1);
        tab.press("Enter");
    }
}
