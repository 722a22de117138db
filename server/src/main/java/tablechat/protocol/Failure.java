package tablechat.protocol;

/// Why a message failed, in words for a person.
public record Failure(Code code, String message) {}
