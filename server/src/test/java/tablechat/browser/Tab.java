package tablechat.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    /// Nothing on it is wider than the screen, unless it scrolls in a box of its own.
    void assertFits() {
        String widest = (String) page.evaluate("""
                () => {
                    const scrolls = element => element && (/auto|scroll/.test(getComputedStyle(element).overflowX)
                        || getComputedStyle(element).clipPath !== 'none' || scrolls(element.parentElement));
                    const over = [...document.querySelectorAll('body *')].find(element =>
                        element.getBoundingClientRect().right > innerWidth + 0.5 && !scrolls(element.parentElement));
                    return over ? over.outerHTML.slice(0, 200) : '';
                }""");
        assertEquals("", widest);
        assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
        assertEquals(true, page.evaluate("""
                () => [...document.querySelectorAll('[role=log], nav')].every(box => box.scrollWidth <= box.clientWidth)"""));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
