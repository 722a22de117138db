package tablechat.transcript;

import java.time.Instant;
import java.util.List;
import tablechat.protocol.Connection.Privacy;
import tablechat.protocol.Failure;
import tablechat.protocol.Message;
import tablechat.protocol.Message.Role;
import tablechat.protocol.Message.Status;
import tablechat.protocol.Nullable;
import tablechat.protocol.Part;
import tablechat.protocol.Usage;

/// A message as a file has it.
///
/// @param privacy what of the data its writer could see; null for all
record Entry(
        String id,
        Role role,
        Status status,
        Instant createdAt,
        @Nullable String turn,
        @Nullable String model,
        @Nullable Privacy privacy,
        @Nullable Usage usage,
        @Nullable Long durationMs,
        @Nullable Failure error,
        List<Part> parts) {

    Entry {
        parts = List.copyOf(parts);
    }

    static Entry of(Message message, @Nullable Privacy seen) {
        return new Entry(message.id(), message.role(), message.status(), message.createdAt(), message.turn(), message.model(), seen,
                message.usage(), message.durationMs(), message.error(), message.parts());
    }

    Message message() {
        return new Message(id, role, status, createdAt, parts, turn, model, usage, durationMs, error);
    }

    Entry with(List<Part> parts) {
        return new Entry(id, role, status, createdAt, turn, model, privacy, usage, durationMs, error, parts);
    }
}
