package tablechat.chat;

import tablechat.protocol.Nullable;

/// The way out to one client.
public interface Socket {

    /// Queues a frame; never blocks, keeps the order of calls. A socket that is not read fast enough is cut and then
    /// drops what it is given.
    ///
    /// @param re the id of the command this answers, null for all other events
    void send(Frame frame, @Nullable String re);
}
