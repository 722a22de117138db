package tablechat.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import tablechat.model.http.Http;
import tablechat.model.http.Limits;
import tablechat.model.offline.OfflineModel;
import tablechat.protocol.ModelInfo;
import tablechat.protocol.Nullable;

/// The models that can be chosen, the default one first. Any thread may call.
public final class Models {
    private static final System.Logger LOG = System.getLogger(Models.class.getName());
    private static final Duration LOOK_LIMIT = Duration.ofMillis(300);

    private final Supplier<List<Model>> choices;
    private final BooleanSupplier isFinal;
    private final AtomicBoolean rehearsed = new AtomicBoolean();
    private @Nullable List<Model> models;

    /// @param isFinal whether the choices stay what they are
    private Models(Supplier<List<Model>> choices, BooleanSupplier isFinal) {
        this.choices = choices;
        this.isFinal = isFinal;
    }

    /// Those that the settings name, those for which a key is found, and those of an Ollama that answers; the offline model is
    /// always among them. A setting that makes no sense gives a model whose [ModelInfo] says so. Returns at once: the looking
    /// goes on beside, and whoever asks for a model first waits for what is left of its 300 ms.
    ///
    /// @param setting a setting's value by its environment name (`OPENAI_API_KEY`), null when there is none
    public static Models find(Function<String, String> setting) {
        return find(setting, new OfflineModel(), LOOK_LIMIT);
    }

    static Models find(Function<String, String> setting, Model offline, Duration lookLimit) {
        var setup = new Setup(providers(setting), setting, new Http(Limits.usual()), Map.of()).lookingAround(lookLimit);
        return new Models(() -> choices(setup, offline), setup::hasLooked);
    }

    /// In the order in which they are looked for.
    private static List<Provider> providers(Function<String, String> setting) {
        return List.of(new Anthropic(setting.apply(Anthropic.THINKING)), new OpenAi(), new Gemini(), new Ollama());
    }

    /// What is named comes before what a key stands for, and that before what was found.
    private static List<Model> choices(Setup setup, Model offline) {
        var choices = new Choices(setup, offline);
        List<Provider> known = setup.providers().stream().filter(setup::has).filter(provider -> !provider.local()).toList();
        String wanted = setup.value(Setup.MODEL);
        if (wanted != null) choices.add(wanted, Setup.MODEL);
        else known.stream().limit(1).forEach(choices::addDefault);
        for (String beside : setup.list(Setup.MODELS)) choices.add(beside, Setup.MODELS);
        known.forEach(choices::addDefault);
        setup.providers().forEach(choices::addFound);
        return choices.all();
    }

    /// For tests: just these.
    public static Models of(Model... models) {
        return new Models(() -> List.of(models), () -> true);
    }

    public List<ModelInfo> infos() {
        return all().stream().map(Model::info).toList();
    }

    /// @param name `provider/name` or a plain name; null means the default
    /// @return null when there is no such model
    public @Nullable Model named(@Nullable String name) {
        if (name == null) return all().getFirst();
        for (Model model : all()) {
            ModelInfo info = model.info();
            if (name.equals(info.provider() + "/" + info.name()) || name.equals(info.name())) return model;
        }
        return null;
    }

    /// Has the default model get ready for a first question, once and beside everything else. To be called when somebody comes
    /// who may ask one: it takes time and memory that a start should not.
    public void rehearse() {
        if (rehearsed.compareAndSet(false, true)) Thread.ofPlatform().daemon().name("rehearsal").start(this::rehearseDefault);
    }

    private void rehearseDefault() {
        try {
            named(null).rehearse();
        } catch (RuntimeException e) { // the question itself will tell
            LOG.log(System.Logger.Level.DEBUG, "the rehearsal failed", e);
        }
    }

    private synchronized List<Model> all() {
        if (models != null) return models;
        boolean last = isFinal.getAsBoolean();
        List<Model> found = choices.get();
        if (last) models = found;
        return found;
    }
}
