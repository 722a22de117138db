package tablechat.transcript;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tablechat.json.Json;
import tablechat.json.Malformed;
import tablechat.protocol.Code;
import tablechat.protocol.Rejected;

/// A file in the format of [JsonDocument], read from its beginning as often as is wanted, a message at a time.
///
/// @param name what to call it in a sentence
record SessionFile(Path path, String name) {
    private static final long BYTES_MAX = 2L * 1024 * 1024 * 1024;
    private static final int MESSAGE_CHARACTERS_MAX = 128 * 1024 * 1024;

    /// @throws Rejected it is none of ours, or of a newer version
    Head head() {
        Map<String, Object> rest = read(item -> {});
        if (!Head.FORMAT.equals(rest.get("format"))) throw unusable("it is no session that TableChat exported");
        if (rest.get("version") instanceof Long version && version > Head.VERSION) {
            throw unusable("a newer TableChat wrote it (version %d of the format; this one reads %d). Import it with that one"
                    .formatted(version, Head.VERSION));
        }
        if (!rest.containsKey("messages")) throw unusable("\"messages\" is missing");
        if (!(rest.get("messages") instanceof List)) throw unusable("\"messages\" must be an array");
        try {
            Head head = Json.decode(rest, Head.class);
            Admission.admit(head);
            return head;
        } catch (Malformed | Rejected e) {
            throw unusable(e.getMessage());
        }
    }

    /// @throws Rejected a message is not as it should be
    void each(Consumer<Entry> each) {
        var number = new int[1];
        read(item -> {
            number[0]++;
            try {
                each.accept(Json.decode(item, Entry.class));
            } catch (Malformed e) {
                throw unusable("message %d: %s".formatted(number[0], e.getMessage()));
            } catch (Rejected e) {
                if (e.code() != Code.BAD_REQUEST) throw e;
                throw unusable("message %d: %s".formatted(number[0], e.getMessage()));
            }
        });
    }

    private Map<String, Object> read(Consumer<Map<String, Object>> each) {
        try {
            if (Files.isDirectory(path)) throw unusable("it is a folder");
            if (Files.size(path) > BYTES_MAX) throw unusable("it has more than 2 GiB");
            try (Reader in = Files.newBufferedReader(path)) {
                return Json.readItems(in, "messages", MESSAGE_CHARACTERS_MAX, each);
            }
        } catch (Malformed e) {
            throw unusable(e.getMessage());
        } catch (NoSuchFileException e) {
            throw unusable("there is no such file");
        } catch (IOException e) {
            throw unusable("it cannot be read");
        }
    }

    /// Nothing was changed by then.
    private Rejected unusable(String reason) {
        String plain = reason.replaceAll("\\p{C}", " ").replaceFirst("\\.$", "");
        plain = Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
        String shown = plain.length() > 300 ? plain.substring(0, 300) + "…" : plain;
        return Rejected.because(Code.BAD_REQUEST, "%s was not imported: %s.".formatted(name, shown));
    }
}
