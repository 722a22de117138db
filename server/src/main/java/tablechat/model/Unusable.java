package tablechat.model;

import tablechat.protocol.ModelInfo;

/// A model that is asked for but cannot be reached as configured. Says so instead of answering.
record Unusable(ModelInfo info) implements Model {

    Unusable(String provider, String name, String error) {
        this(new ModelInfo(provider, name, false, error));
    }

    @Override
    public Reply ask(Prompt prompt, Listener listener) throws ModelFailure {
        throw new ModelFailure(info.error());
    }
}
