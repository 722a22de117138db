package tablechat.protocol;

/// A model that can be chosen. `offline` marks the rule-based one; `error` says why it cannot be used as configured.
public record ModelInfo(String provider, String name, boolean offline, @Nullable String error) {}
