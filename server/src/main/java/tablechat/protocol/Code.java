package tablechat.protocol;

/// Why a command or a turn failed; written in lower case. When each is used stands in `static/asyncapi.yaml`.
public enum Code {
    BAD_JSON,
    UNKNOWN_COMMAND,
    BAD_REQUEST,
    NOT_FOUND,
    BUSY,
    CONFLICT,
    TOO_LARGE,
    REFUSED,
    DATABASE_ERROR,
    MODEL_ERROR,
    STOPPED,
    UNAVAILABLE,
    INTERNAL
}
