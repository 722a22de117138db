package tablechat.protocol;

/// How many messages the model is sent of a session, and how many older ones are left out.
public record Window(int messages, int trimmed) {}
