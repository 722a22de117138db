package tablechat.model;

import java.net.URI;
import tablechat.protocol.Nullable;

/// Where a provider is reached, and the key it wants. The key shows in no text made of this.
record Access(String url, @Nullable String key) {

    /// Host and port, fit to be shown.
    String host() {
        return URI.create(url).getAuthority();
    }

    @Override
    public String toString() {
        return host();
    }
}
