package tablechat.chat;

import tablechat.protocol.Nullable;

/// One open socket, as the chat sees it.
public interface Client {

    /// Queues an event; never blocks. A client that does not read fast enough is cut, and then sends nothing any more.
    ///
    /// @param re the id of the command this answers, null for all other events
    void send(Frame frame, @Nullable String re);
}
