package tablechat.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tablechat.model.http.Http;
import tablechat.protocol.Nullable;

/// Reads the settings. What is wrong with them becomes a model that says so.
///
/// @param looks by the names of providers; those that are missing were not looked at
record Setup(List<Provider> providers, Function<String, String> settings, Http http, Map<String, Look> looks) {
    static final String MODEL = "TABLECHAT_MODEL";
    static final String MODELS = "TABLECHAT_MODELS";
    /// In place of a name.
    private static final String UNKNOWN = "unknown";

    /// The same, with a look begun at each server of the user's own, and at an Ollama that may be on this machine.
    Setup lookingAround(Duration limit) {
        var begun = new HashMap<String, Look>();
        for (Provider provider : providers) {
            boolean own = value(provider.urlVariable()) != null && has(provider) || provider.local();
            if (own && problem(provider) == null) begun.put(provider.name(), Look.at(provider, access(provider), limit));
        }
        return new Setup(providers, settings, http, begun);
    }

    /// Waits for what is left of the looks' limit; whether all are over then.
    boolean hasLooked() {
        return looks.values().stream().allMatch(Look::awaited);
    }

    private Look look(Provider provider) {
        return looks.getOrDefault(provider.name(), Look.NONE);
    }

    /// The models a look has found at this provider's server.
    List<String> found(Provider provider) {
        List<String> models = look(provider).found().models();
        return models == null ? List.of() : models;
    }

    /// A setting's value; one that is blank counts as not set.
    @Nullable String value(String variable) {
        String value = settings.apply(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// The items of a setting that lists some, commas between.
    List<String> list(String variable) {
        String value = value(variable);
        if (value == null) return List.of();
        return Stream.of(value.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    }

    boolean has(Provider provider) {
        return value(provider.keyVariable()) != null || provider.keyOptional() && value(provider.urlVariable()) != null;
    }

    /// @param wanted `provider/name`, or a provider whose default model is meant; the name may hold slashes
    /// @param variable the setting it comes from
    Model model(String wanted, String variable) {
        int slash = wanted.indexOf('/');
        String before = slash < 0 ? wanted : wanted.substring(0, slash);
        String name = slash < 0 ? "" : wanted.substring(slash + 1);
        for (Provider provider : providers) {
            if (provider.name().equals(before)) return model(provider, name);
        }
        return new Unusable(
                slash < 0 ? UNKNOWN : before,
                slash < 0 ? wanted : name,
                "%s has \"%s\", and there is no provider \"%s\". It should be one of %s or offline."
                        .formatted(variable, wanted, before, choices()));
    }

    private String choices() {
        return providers.stream().map(provider -> provider.name() + "/NAME").collect(Collectors.joining(", "));
    }

    /// @param name empty for the default model
    Model model(Provider provider, String name) {
        String meant = name.isEmpty() ? usual(provider) : name;
        String problem = problem(provider);
        if (problem == null && meant.isEmpty()) problem = absence(provider);
        if (problem != null) return new Unusable(provider.name(), meant.isEmpty() ? UNKNOWN : meant, problem);
        return new RemoteModel(provider, meant, access(provider), http, look(provider));
    }

    /// Empty when there is none.
    private String usual(Provider provider) {
        String usual = provider.defaultModel();
        return usual.isEmpty() ? found(provider).stream().findFirst().orElse("") : usual;
    }

    private String absence(Provider provider) {
        Access access = access(provider);
        Look.Found found = look(provider).found();
        if (found.trouble() != null) return new Explanation(provider, UNKNOWN, access).of(found.trouble());
        if (found.models() != null) return "%s has no model yet. %s".formatted(access.host(), provider.remedy("NAME"));
        return "%s gave no answer when TableChat started. Look at %s.".formatted(access.host(), provider.urlVariable());
    }

    private Access access(Provider provider) {
        return new Access(provider.address(url(provider)), value(provider.keyVariable()));
    }

    private @Nullable String url(Provider provider) {
        String url = value(provider.urlVariable());
        return url == null ? null : url.replaceAll("/+$", "");
    }

    private @Nullable String problem(Provider provider) {
        String key = value(provider.keyVariable());
        if (!provider.local() && !has(provider)) {
            String or = provider.keyOptional() ? ", or %s for a server of your own".formatted(provider.urlVariable()) : "";
            return "There is no key for %s: set %s%s.".formatted(provider.name(), provider.keyVariable(), or);
        }
        if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            return "The key in %s holds characters that no key has: was it copied whole?".formatted(provider.keyVariable());
        }
        if (!isAddress(provider.address(url(provider)))) {
            return "%s is not an address such as %s, without user, password or query."
                    .formatted(provider.urlVariable(), provider.local() ? "localhost:11434" : "https://host/v1");
        }
        return provider.problem();
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            return web && bare && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
