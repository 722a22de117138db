package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tablechat.model.PromptMessage;
import tablechat.model.PromptMessage.User;
import tablechat.testing.InTurn;
import tablechat.testing.ScriptedModel;

/// The questions that an empty session suggests, on the Chinese page.
@InTurn
final class ExamplesIT {
    private final ScriptedModel offline = ScriptedModel.offline();
    private final ScriptedModel large = new ScriptedModel("large");

    @RegisterExtension
    final Stage stage = Stage.wide(offline, large);

    @Test
    void areChineseAndSentInEnglishToTheModelThatUnderstandsNothingElse() {
        offline.answers("14.");
        Tab tab = inChinese();
        assertThat(cards(tab)).hasText(new String[] {"有哪些表？Which tables are there?",
                "customers 有多少？How many customers are there?", "描述 ordersDescribe orders",
                "显示 categories 的前 10 行Show the first 10 categories"});
        assertThat(cards(tab).nth(1).locator("[lang=en]")).hasText("How many customers are there?");

        cards(tab).nth(1).click();

        assertThat(log(tab)).containsText("14.");
        assertThat(log(tab)).containsText("How many customers are there?");
        assertEquals(new User("How many customers are there?"), asked(offline));
    }

    @Test
    void areSentAsTheyAreToAnyOther() {
        large.answers("14 个。");
        Tab tab = inChinese();
        tab.page().getByRole(AriaRole.COMBOBOX).last().selectOption("large");
        assertThat(cards(tab).nth(1)).hasText("customers 有多少？");

        cards(tab).nth(1).click();

        assertThat(log(tab)).containsText("14 个。");
        assertEquals(new User("customers 有多少？"), asked(large));
    }

    private Tab inChinese() {
        Tab tab = stage.tab();
        tab.page().evaluate("localStorage.setItem('tablechat.language', 'zh')");
        tab.page().reload();
        return tab;
    }

    private static Locator log(Tab tab) {
        return tab.page().getByRole(AriaRole.LOG);
    }

    private static Locator cards(Tab tab) {
        return log(tab).locator(".question-card");
    }

    private static PromptMessage asked(ScriptedModel model) {
        return model.prompts().getFirst().messages().getLast();
    }
}
