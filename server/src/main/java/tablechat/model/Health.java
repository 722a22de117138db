package tablechat.model;

import tablechat.model.http.Trouble;
import tablechat.protocol.Nullable;

/// Whether a model can be used, as far as is known without asking it: from the look at the start, then from its last answer.
/// Any thread may call.
final class Health {
    private final Explanation explanation;
    private final Look look;
    private final String model;
    private volatile boolean asked;
    private volatile @Nullable String error;

    Health(Explanation explanation, Look look, String model) {
        this.explanation = explanation;
        this.look = look;
        this.model = model;
    }

    void answered() {
        learn(null);
    }

    /// @param sentence says it to a person; kept where the settings, the account or the server have to change before it answers
    void failed(Trouble trouble, String sentence) {
        boolean stays = switch (trouble) {
            case Trouble.Status(int status, String code, String said, _) -> Cause.of(status, code, said).isTheModels();
            case Trouble.Unreachable _ -> true;
            case Trouble.Garbled(boolean web) -> web;
            case Trouble.Told _, Trouble.Cut _, Trouble.Silent _, Trouble.Endless _ -> false;
        };
        if (stays) learn(sentence);
    }

    private void learn(@Nullable String sentence) {
        error = sentence;
        asked = true;
    }

    /// A sentence for a person; null when nothing is known against it.
    @Nullable String error() {
        if (asked) return error;
        Look.Found found = look.found();
        if (found.trouble() != null) return explanation.of(found.trouble());
        return found.lacks(model) ? explanation.ofMissing() : null;
    }
}
