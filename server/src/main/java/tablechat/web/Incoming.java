package tablechat.web;

/// What a client said: a whole text, or a control frame.
sealed interface Incoming {

    record Text(String text) implements Incoming {}

    record Ping(byte[] payload) implements Incoming {}

    record Pong(byte[] payload) implements Incoming {}

    record Close(CloseFrame frame) implements Incoming {}
}
