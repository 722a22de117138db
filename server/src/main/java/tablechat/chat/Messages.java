package tablechat.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tablechat.agent.Clip;
import tablechat.agent.SlidingWindow;
import tablechat.json.Json;
import tablechat.protocol.Call;
import tablechat.protocol.Event;
import tablechat.protocol.Event.MessageListed;
import tablechat.protocol.Event.SessionSwitched;
import tablechat.protocol.Message;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Rejected;
import tablechat.protocol.Result;
import tablechat.protocol.Session;
import tablechat.protocol.Window;
import tablechat.store.MessageStore;
import tablechat.store.MessageStore.Course;
import tablechat.store.MessageStore.Page;
import tablechat.store.SessionStore;

/// Sessions' messages as events carry them: never more than fit into one event.
final class Messages {
    /// Leaves room for what an event says beside the message.
    private static final int MESSAGE_BYTES_MAX = Frame.BYTES_MAX - 16 * 1024;
    private static final int LONG_CHARACTERS_MAX = 500;
    private static final int WINDOW_MESSAGES_READ = SlidingWindow.MESSAGES_MAX + 1;

    private final MessageStore store;

    Messages(MessageStore store) {
        this.store = store;
    }

    /// A session that is not deleted, with its newest messages.
    Course course(String session, int limit) {
        return store.course(session, limit, Frame.BYTES_MAX)
                .filter(course -> course.row().deletedAt() == null)
                .orElseThrow(() -> Sessions.unknown(session));
    }

    /// What a session looks like at this very moment. The caller holds the audience's lock.
    Frame switched(Course course, Audience audience) {
        SessionStore.Row row = course.row();
        Page page = course.page();
        Turn turn = audience.turn();
        boolean running = turn != null;
        List<Message> messages = running ? withGrowing(page.messages(), turn.soFar()) : page.messages();
        Window window = window(row.session(), page);
        return fitting(page.with(messages), shown -> new SessionSwitched(row.session().running(running),
                shown.messages(), shown.earlier(), audience.seq(), running, row.draft(), window));
    }

    private static List<Message> withGrowing(List<Message> stored, Message growing) {
        return stored.stream().map(message -> message.id().equals(growing.id()) ? growing : message).toList();
    }

    private Window window(Session session, Page newest) {
        boolean enough = !newest.earlier() || newest.messages().size() >= WINDOW_MESSAGES_READ;
        Page read = enough ? newest : store.newest(session.id(), WINDOW_MESSAGES_READ, Frame.BYTES_MAX);
        return SlidingWindow.of(read.messages(), session.messages()).counts();
    }

    /// Where a message stands that is whole.
    ///
    /// @param session the one it has to be in; null for any
    MessageStore.Place place(@Nullable String session, String message) {
        Message found = store.find(message).orElseThrow(() -> unknown("message", message));
        if (found.status() == Message.Status.STREAMING) throw Queries.busy();
        return store.place(message)
                .filter(place -> session == null || place.session().equals(session))
                .orElseThrow(() -> unknown("message", message));
    }

    private static Rejected unknown(String field, String message) {
        return Rejected.notFound(field, "There is no message \"%s\" in this session.".formatted(message));
    }

    /// @param row of the session that `before` has to stand in
    Frame earlier(SessionStore.Row row, String before, int limit) {
        String session = row.session().id();
        MessageStore.Place place = store.place(before)
                .filter(found -> found.session().equals(session))
                .orElseThrow(() -> unknown("before", before));
        Page page = store.before(session, place.position(), limit, Frame.BYTES_MAX);
        return fitting(page, part -> new MessageListed(part.messages(), part.earlier()));
    }

    /// The store counts characters; JSON may take more. So what is too large is made smaller until it fits.
    private static Frame fitting(Page page, Function<Page, Event> event) {
        Frame frame = Frame.of(event.apply(page));
        while (!frame.fits() && page.messages().size() > 1) {
            List<Message> all = page.messages();
            page = new Page(List.copyOf(all.subList((all.size() + 3) / 4, all.size())), true, page.upTo());
            frame = Frame.of(event.apply(page));
        }
        return frame.fits() ? frame : Frame.of(event.apply(page.with(List.of(fitting(page.messages().getFirst())))));
    }

    /// The message itself when an event can carry it. Else its calls are shown without the rows of their results, which are
    /// paged from the store, and with the beginnings of long texts; if need be without input and result.
    static Message fitting(Message message) {
        Message fitting = message;
        for (var shorter : List.<UnaryOperator<Call>>of(Messages::lean, Messages::bare)) {
            if (Json.bytes(fitting).length <= MESSAGE_BYTES_MAX) return fitting;
            fitting = message.with(message.parts().stream()
                    .map(part -> part instanceof Part.Tool(Call call) ? new Part.Tool(shorter.apply(call)) : part)
                    .toList());
        }
        return fitting;
    }

    private static Call lean(Call call) {
        Result result = call.result();
        Result shown = result == null ? null : new Result(result.id(), Clip.shortened(result.sql(), LONG_CHARACTERS_MAX),
                result.columns(), List.of(), result.rowCount(), result.truncated(), result.durationMs());
        return new Call(call.id(), call.name(), call.input(), call.status(), shortened(call.output()), shown,
                shortened(call.error()), call.durationMs(), call.modelRows());
    }

    private static Call bare(Call call) {
        return new Call(call.id(), call.name(), Map.of(), call.status(), shortened(call.output()), null,
                shortened(call.error()), call.durationMs(), call.modelRows());
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null ? null : Clip.shortened(text, LONG_CHARACTERS_MAX);
    }
}
