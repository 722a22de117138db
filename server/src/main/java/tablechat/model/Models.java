package tablechat.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tablechat.model.http.Http;
import tablechat.model.http.Limits;
import tablechat.model.offline.OfflineModel;
import tablechat.protocol.ModelInfo;
import tablechat.protocol.Nullable;

/// The models that can be chosen, the default one first.
public final class Models {
    /// In the order in which they are looked for.
    private static final List<Provider> PROVIDERS = List.of(new Anthropic(), new OpenAi());

    private final List<Model> models;

    private Models(List<Model> models) {
        this.models = List.copyOf(models);
    }

    /// Those that the settings name, or else those for which a key is found; the offline model is always among them.
    /// A setting that makes no sense gives a default model whose [ModelInfo] says so. Opens nothing.
    ///
    /// @param setting a setting's value by its environment name (`OPENAI_API_KEY`), null when there is none
    public static Models find(Function<String, String> setting) {
        return find(setting, new OfflineModel());
    }

    static Models find(Function<String, String> setting, Model offline) {
        var setup = new Setup(PROVIDERS, setting, new Http(Limits.usual()));
        var models = new ArrayList<Model>();
        String wanted = setup.value(Setup.MODEL);
        if (wanted != null) models.add(isOffline(wanted, offline) ? offline : setup.model(wanted));
        for (Provider provider : PROVIDERS) {
            boolean there = models.stream().anyMatch(model -> model.info().provider().equals(provider.name()));
            if (!there && setup.has(provider)) models.add(setup.model(provider, provider.defaultModel()));
        }
        if (!models.contains(offline)) models.add(offline);
        return new Models(models);
    }

    private static boolean isOffline(String wanted, Model offline) {
        return wanted.equals(offline.info().provider()) || wanted.startsWith(offline.info().provider() + "/");
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
        if (name == null) return models.getFirst();
        for (Model model : models) {
            ModelInfo info = model.info();
            if (name.equals(info.provider() + "/" + info.name()) || name.equals(info.name())) return model;
        }
        return null;
    }
}
