package tablechat.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// A tab with the page in it, whose things are found as a person finds them: by what they are and how they are called.
record Tab(Page page) {

    Locator sessions() {
        return page.getByRole(AriaRole.NAVIGATION, named("Sessions"));
    }

    Locator session(String title) {
        return sessions().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title));
    }

    Locator conversation() {
        return page.getByRole(AriaRole.LOG, named("Conversation"));
    }

    Locator answer() {
        return conversation().getByRole(AriaRole.ARTICLE, new Locator.GetByRoleOptions().setName("Answer").setExact(true)).last();
    }

    Locator message() {
        return page.getByRole(AriaRole.TEXTBOX, named("Message"));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator title() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    void ask(String question) {
        message().fill(question);
        button("Send").click();
    }

    void press(String keys) {
        page.keyboard().press(keys);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
