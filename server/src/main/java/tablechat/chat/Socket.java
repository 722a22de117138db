package tablechat.chat;

import tablechat.protocol.Nullable;

/// The way out to one client.
public interface Socket {
    /// What a client may send at once, in bytes of UTF-8.
    int MESSAGE_BYTES_MAX = 1024 * 1024;

    /// Queues a frame; never blocks, keeps the order of calls. A socket that is not read fast enough is cut and then
    /// drops what it is given.
    ///
    /// @param re the id of the command this answers, null for all other events
    void send(Frame frame, @Nullable String re);
}
