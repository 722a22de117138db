package tablechat.chat;

import java.util.List;
import java.util.function.Function;
import tablechat.agent.SlidingWindow;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Event;
import tablechat.protocol.Event.MessageListed;
import tablechat.protocol.Event.SessionSwitched;
import tablechat.protocol.Message;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Session;
import tablechat.protocol.Window;
import tablechat.store.MessageStore;
import tablechat.store.MessageStore.Page;
import tablechat.store.SessionStore;

/// Sessions' messages as events carry them: never more than fit into one event.
final class Messages {
    private static final int LARGE_OUTPUT_CHARACTERS_MAX = 500;
    private static final int WINDOW_MESSAGES_READ = 21;

    private final MessageStore store;

    Messages(MessageStore store) {
        this.store = store;
    }

    /// What a session looks like at this very moment. The caller holds the audience's lock.
    Frame switched(SessionStore.Row row, Audience audience, int limit) {
        String id = row.session().id();
        Turn turn = audience.turn();
        boolean running = turn != null;
        Page page = store.newest(id, limit, Frame.BYTES_MAX);
        List<Message> messages = running ? withGrowing(page.messages(), turn.soFar()) : page.messages();
        Window window = window(row.session(), page);
        return fitting(new Page(messages, page.earlier()), shown -> new SessionSwitched(row.session().running(running),
                shown.messages(), shown.earlier(), audience.seq(), running, row.draft(), window));
    }

    private static List<Message> withGrowing(List<Message> stored, Message growing) {
        return stored.stream().map(message -> message.id().equals(growing.id()) ? growing : message).toList();
    }

    private Window window(Session session, Page newest) {
        boolean enough = !newest.earlier() || newest.messages().size() >= WINDOW_MESSAGES_READ;
        Page read = enough ? newest : store.newest(session.id(), WINDOW_MESSAGES_READ, Long.MAX_VALUE);
        return SlidingWindow.of(read.messages(), session.messages()).counts();
    }

    /// @param row of the session that `before` has to stand in
    Frame earlier(SessionStore.Row row, String before, int limit) {
        String session = row.session().id();
        MessageStore.Place place = store.place(before)
                .filter(found -> found.session().equals(session))
                .orElseThrow(() -> Rejected.notFound("before", "There is no message \"%s\" in this session.".formatted(before)));
        Page page = store.before(session, place.position(), limit, Frame.BYTES_MAX);
        return fitting(page, part -> new MessageListed(part.messages(), part.earlier()));
    }

    /// The store counts characters; JSON may take more. So what is too large is made smaller until it fits.
    private static Frame fitting(Page page, Function<Page, Event> event) {
        Frame frame = Frame.of(event.apply(page));
        while (!frame.fits()) {
            List<Message> all = page.messages();
            page = all.size() == 1
                    ? new Page(List.of(lean(all.getFirst())), page.earlier())
                    : new Page(List.copyOf(all.subList((all.size() + 3) / 4, all.size())), true);
            frame = Frame.of(event.apply(page));
        }
        return frame;
    }

    /// The message itself when an event can carry it, else without the rows of its results (they are paged from the store)
    /// and with the beginnings of long tool outputs.
    static Message fitting(Message message) {
        return Json.bytes(message).length < Frame.BYTES_MAX - LARGE_OUTPUT_CHARACTERS_MAX ? message : lean(message);
    }

    private static Message lean(Message message) {
        return message.with(message.parts().stream()
                .map(part -> part instanceof Part.Tool(Call call) ? new Part.Tool(lean(call)) : part)
                .toList());
    }

    private static Call lean(Call call) {
        String output = call.output() == null ? null : Cut.to(call.output(), LARGE_OUTPUT_CHARACTERS_MAX);
        Result result = call.result();
        if (result == null) return call.with(output, null);
        String sql = Cut.to(result.sql(), LARGE_OUTPUT_CHARACTERS_MAX);
        return call.with(output, new Result(result.id(), sql, result.columns(), List.of(),
                result.rowCount(), result.truncated(), result.durationMs()));
    }
}
