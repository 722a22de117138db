package tablechat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/// A session of many messages, which the page does not load at once: `Message 1 …`, `Message 2 …` and so on, of various lengths.
final class LongTalk {
    private static final String ID = "00000000-0000-7000-8000-000000000001";

    private LongTalk() {}

    /// A tab that has it open, with its newest 100 messages.
    static Tab open(Stage stage, int messages) throws Exception {
        String numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < %d)".formatted(messages);
        Tab tab = stage.tabHaving("""
                insert into session (id, connection_id, title, title_source, created_at, active_at)
                select '%s', id, 'Talk', 'user', 1, 1 from connection
                """.formatted(ID), """
                insert into message (id, session_id, position, role, status, created_at)
                %s select 'm-' || i, '%s', i, iif(i %% 2, 'user', 'assistant'), 'complete', i from n
                """.formatted(numbers, ID), """
                insert into part (message_id, position, type, text)
                %s select 'm-' || i, 0, 'text', 'Message ' || i || replace(hex(zeroblob(i * 7 %% 90)), '00', ' and more') from n
                """.formatted(numbers));
        tab.session("Talk").click();
        assertThat(tab.answer()).containsText("Message " + messages);
        assertThat(tab.conversation().locator("article")).hasCount(100);
        return tab;
    }
}
