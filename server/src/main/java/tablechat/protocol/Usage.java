package tablechat.protocol;

/// Tokens a turn took, as the provider counted them.
public record Usage(long inputTokens, long outputTokens) {

    public Usage plus(Usage other) {
        return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
    }
}
