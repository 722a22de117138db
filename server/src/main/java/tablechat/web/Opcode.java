package tablechat.web;

import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsCloseException;

/// What a frame is (RFC 6455, section 5.2).
enum Opcode {
    CONTINUATION(0),
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean control() {
        return code >= CLOSE.code;
    }

    static Opcode of(int code) {
        return switch (code) {
            case 0 -> CONTINUATION;
            case 1 -> TEXT;
            case 2 -> BINARY;
            case 8 -> CLOSE;
            case 9 -> PING;
            case 10 -> PONG;
            default -> throw new WsCloseException("reserved opcode", WsCloseCodes.PROTOCOL_ERROR);
        };
    }
}
