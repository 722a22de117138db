package tablechat.model;

import java.util.List;
import java.util.function.Function;
import tablechat.protocol.ModelInfo;
import tablechat.protocol.Nullable;

/// The models that can be chosen, the default one first.
public final class Models {
    private final List<Model> models;

    private Models(List<Model> models) {
        this.models = List.copyOf(models);
    }

    /// Those that the settings name, or else those for which a key is found; the offline model is always among them.
    ///
    /// @param setting a setting's value by its environment name (`OPENAI_API_KEY`), null when there is none
    public static Models find(Function<String, String> setting) {
        throw new UnsupportedOperationException("to be written");
    }

    /// For tests: just these.
    public static Models of(Model... models) {
        return new Models(List.of(models));
    }

    public List<ModelInfo> infos() {
        return models.stream().map(Model::info).toList();
    }

    /// @param name `provider/name` or a plain name; null means the default
    /// @return null when there is no such model
    public @Nullable Model named(@Nullable String name) {
        throw new UnsupportedOperationException("to be written");
    }
}
