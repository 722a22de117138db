package tablechat.protocol;

import java.time.Instant;
import java.util.List;

/// One user or assistant message of a session; the sliding window counts these.
public record Message(
        String id,
        Role role,
        Status status,
        Instant createdAt,
        List<Part> parts,
        @Nullable String turn,
        @Nullable String model,
        @Nullable Usage usage,
        @Nullable Long durationMs,
        @Nullable Failure error) {

    public enum Role {
        USER,
        ASSISTANT
    }

    public enum Status {
        COMPLETE,
        STREAMING,
        STOPPED,
        FAILED,
        INTERRUPTED
    }

    public Message {
        parts = List.copyOf(parts);
    }

    public Message with(List<Part> parts) {
        return new Message(id, role, status, createdAt, parts, turn, model, usage, durationMs, error);
    }

    /// All its text parts joined by a blank line.
    public String text() {
        return String.join("\n\n", parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).text())
                .toList());
    }
}
