package tablechat.model;

import tablechat.model.http.Permission;
import tablechat.protocol.ModelInfo;

/// A language model: one blocking, interruptible question with exactly one outcome. Knows no session and no database.
/// Any thread may ask; deltas come on the thread that asked.
public interface Model {

    ModelInfo info();

    /// Returns when the answer is whole. An interrupt of the calling thread cancels the request at once, in every state.
    ///
    /// @throws ModelFailure with a sentence for a person; what came before it was already told to the listener
    /// @throws InterruptedException the calling thread was interrupted
    Reply ask(Prompt prompt, Listener listener) throws ModelFailure, InterruptedException;

    /// Loads what the first question would have to wait for; asks nobody anything.
    default void rehearse() {}

    /// Hears the answer grow. Pieces are never empty and never end within a surrogate pair.
    interface Listener extends Permission {
        /// For questions of which only the whole answer matters.
        Listener DEAF = new Deaf(true);

        /// The same for one that is not worth a second attempt.
        Listener ONCE = new Deaf(false);

        void text(String piece);

        void thinking(String piece);
    }

    record Deaf(boolean mayAskAgain) implements Listener {
        @Override
        public void text(String piece) {}

        @Override
        public void thinking(String piece) {}
    }
}
