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
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a command failed", e);
            client.send(Rejected.becauseOfABug().event(), re);
        }
    }

    /// Runs on a thread of its own, away from the one that reads the client's commands. `query.stop` finds it by its id.
    static void beside(Client client, @Nullable String re, Errand errand) {
        String id = re == null ? Ids.next() : re;
        Thread thread = Thread.ofVirtual().name("errand-" + id).unstarted(() -> {
            attempt(client, re, () -> client.send(reply(errand), re));
            client.errands.remove(id);
        });
        if (client.errands.size() >= RUNNING_PER_CLIENT_MAX) {
            throw Rejected.because(Code.BUSY, "%d queries are running here already. Wait for one, or stop it with query.stop."
                    .formatted(RUNNING_PER_CLIENT_MAX));
        }
        if (client.errands.putIfAbsent(id, thread) != null) {
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

    /// Interrupts the errand of that id.
    ///
    /// @return false when none is running
    static boolean stop(Client client, String id) {
        Thread running = client.errands.get(id);
        if (running != null) running.interrupt();
        return running != null;
    }

    static void stopAll(Client client) {
        client.errands.values().forEach(Thread::interrupt);
    }
}
