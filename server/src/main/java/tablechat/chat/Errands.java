package tablechat.chat;

import java.lang.System.Logger.Level;
import tablechat.protocol.Code;
import tablechat.protocol.Event;
import tablechat.protocol.Ids;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// How a command's work is run: here, or on a thread of its own when it may take long; and what becomes of its failure.
final class Errands {
    private static final System.Logger LOG = System.getLogger(Errands.class.getName());
    private static final int RUNNING_PER_CLIENT_MAX = 8;

    private Errands() {}

    /// Work that ends in a reply.
    interface Errand {
        Event reply() throws InterruptedException;
    }

    /// Answers what cannot be obeyed with an `error`; a bug of ours with a fixed sentence.
    static void attempt(Client client, @Nullable String re, Runnable work) {
        try {
            work.run();
        } catch (Rejected e) {
            client.send(e.event(), re);
        } catch (RuntimeException | Error e) { // also where memory ran out: the asker is answered
            LOG.log(Level.ERROR, "a command failed", e);
            client.send(Rejected.becauseOfABug().event(), re);
        }
    }

    /// An errand that is under way; a query can be stopped by its id.
    record Running(Thread thread, boolean query) {}

    /// Runs the user's own query as [#beside] does; `query.stop` finds it by the command's id.
    static void query(Client client, @Nullable String re, Errand errand) {
        start(client, re, errand, true);
    }

    /// Runs on a thread of its own, away from the one that reads the client's commands.
    static void beside(Client client, @Nullable String re, Errand errand) {
        start(client, re, errand, false);
    }

    private static void start(Client client, @Nullable String re, Errand errand, boolean query) {
        String id = re == null ? Ids.next() : re;
        Thread thread = Thread.ofVirtual().name("errand-" + id).unstarted(() -> attempt(client, re, () -> {
            Event reply;
            try {
                reply = reply(errand);
            } finally {
                client.errands.remove(id); // before the reply: with it the id is free again
            }
            client.send(reply, re);
        }));
        if (client.errands.size() >= RUNNING_PER_CLIENT_MAX) {
            throw Rejected.because(Code.BUSY, "%d queries are running here already. Wait for one, or stop it with query.stop."
                    .formatted(RUNNING_PER_CLIENT_MAX));
        }
        if (client.errands.putIfAbsent(id, new Running(thread, query)) != null) {
            throw Rejected.because(Code.CONFLICT, "A command with the id \"%s\" is still running.".formatted(id));
        }
        thread.start();
    }

    private static Event reply(Errand errand) {
        try {
            return errand.reply();
        } catch (InterruptedException e) {
            throw Rejected.because(Code.STOPPED, "The query was stopped.");
        }
    }

    /// Interrupts the query of that id.
    ///
    /// @return false when none is running
    static boolean stop(Client client, String id) {
        Running running = client.errands.get(id);
        if (running == null || !running.query) return false;
        running.thread.interrupt();
        return true;
    }

    static void stopAll(Client client) {
        client.errands.values().forEach(running -> running.thread.interrupt());
    }
}
