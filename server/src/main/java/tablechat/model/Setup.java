package tablechat.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tablechat.model.http.Http;
import tablechat.protocol.Nullable;

/// Reads the settings. What is wrong with them becomes a model that says so.
record Setup(List<Provider> providers, Function<String, String> settings, Http http) {
    static final String MODEL = "TABLECHAT_MODEL";

    /// A setting's value; one that is blank counts as not set.
    @Nullable String value(String variable) {
        String value = settings.apply(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean has(Provider provider) {
        return value(provider.keyVariable()) != null || provider.keyOptional() && value(provider.urlVariable()) != null;
    }

    /// @param wanted `provider/name`, or a provider whose default model is meant; the name may hold slashes
    Model model(String wanted) {
        int slash = wanted.indexOf('/');
        String before = slash < 0 ? wanted : wanted.substring(0, slash);
        String name = slash < 0 ? "" : wanted.substring(slash + 1);
        for (Provider provider : providers) {
            if (provider.name().equals(before)) return model(provider, name.isEmpty() ? provider.defaultModel() : name);
        }
        return new Unusable(
                slash < 0 ? "unknown" : before,
                slash < 0 ? wanted : name,
                "%s is \"%s\", and there is no provider \"%s\". It should be one of %s or offline."
                        .formatted(MODEL, wanted, before, choices()));
    }

    private String choices() {
        return providers.stream().map(provider -> provider.name() + "/NAME").collect(Collectors.joining(", "));
    }

    Model model(Provider provider, String name) {
        String key = value(provider.keyVariable());
        String url = value(provider.urlVariable());
        String problem = problem(provider, key, url);
        if (problem != null) return new Unusable(provider.name(), name, problem);
        var access = new Access(provider.address(url == null ? null : url.replaceAll("/+$", "")), key);
        return new RemoteModel(provider, name, access, http);
    }

    private @Nullable String problem(Provider provider, @Nullable String key, @Nullable String url) {
        if (!has(provider)) {
            String or = provider.keyOptional() ? ", or %s for a server of your own".formatted(provider.urlVariable()) : "";
            return "There is no key for %s: set %s%s.".formatted(provider.name(), provider.keyVariable(), or);
        }
        if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            return "The key in %s holds characters that no key has: was it copied whole?".formatted(provider.keyVariable());
        }
        if (url != null && !isAddress(url)) {
            return "%s is not an address such as https://host/v1, without user, password or query."
                    .formatted(provider.urlVariable());
        }
        return null;
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
