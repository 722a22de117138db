package tablechat.model;

import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.ModelInfo;

/// Collects the models that can be chosen, each once, in the order in which they are added.
final class Choices {
    private final Setup setup;
    private final Model offline;
    private final List<Model> models = new ArrayList<>();

    Choices(Setup setup, Model offline) {
        this.setup = setup;
        this.offline = offline;
    }

    /// What a setting names: `provider/name`, a provider, or `offline`.
    void add(String wanted, String variable) {
        String provider = offline.info().provider();
        boolean isOffline = wanted.equals(provider) || wanted.startsWith(provider + "/");
        add(isOffline ? offline : setup.model(wanted, variable));
    }

    /// Unless there is another one of this provider.
    void addDefault(Provider provider) {
        boolean there = models.stream().anyMatch(model -> model.info().provider().equals(provider.name()));
        if (!there) add(setup.model(provider, ""));
    }

    /// All that a provider's server was found to have.
    void addFound(Provider provider) {
        for (String name : setup.found(provider)) add(setup.model(provider, name));
    }

    private void add(Model model) {
        boolean there = models.stream().anyMatch(other -> same(other.info(), model.info()));
        if (!there) models.add(model);
    }

    private static boolean same(ModelInfo one, ModelInfo other) {
        return one.provider().equals(other.provider()) && one.name().equals(other.name());
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    /// The offline model comes last where it was not asked for.
    List<Model> all() {
        add(offline);
        return List.copyOf(models);
    }
}
