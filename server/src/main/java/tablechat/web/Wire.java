package tablechat.web;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tablechat.chat.Frame;
import tablechat.chat.Vocabulary;
import tablechat.json.Json;
import tablechat.json.Malformed;
import tablechat.protocol.Code;
import tablechat.protocol.Command;
import tablechat.protocol.Nullable;
import tablechat.protocol.Rejected;

/// Commands out of JSON text, and replies into it.
final class Wire {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());
    private static final int ID_CHARACTERS_MAX = 64;
    private static final int ECHOED_CHARACTERS_MAX = 100;

    private Wire() {}

    /// What came: a command, or why it is none; `re` is its id where that could be read.
    record Received(@Nullable String re, @Nullable Command command, @Nullable Rejected problem) {}

    static Received read(String text) {
        String re = null;
        try {
            Map<String, Object> object = object(text);
            re = id(object);
            return new Received(re, command(object), null);
        } catch (Rejected e) {
            return new Received(re, null, e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a message could not be read", e);
            return new Received(re, null, Rejected.becauseOfABug());
        }
    }

    private static Map<String, Object> object(String text) {
        try {
            return Json.readObject(text);
        } catch (Malformed e) {
            throw Rejected.because(Code.BAD_JSON, e.getMessage());
        }
    }

    private static @Nullable String id(Map<String, Object> object) {
        if (!object.containsKey("id")) return null;
        if (object.get("id") instanceof String id && !id.isEmpty() && id.length() <= ID_CHARACTERS_MAX) return id;
        throw Rejected.field("id", "\"id\" must be a string of 1 to %d characters.".formatted(ID_CHARACTERS_MAX));
    }

    private static Command command(Map<String, Object> object) {
        if (!(object.get("type") instanceof String type)) {
            throw Rejected.field("type", "\"type\" must be a string that names a command, such as \"help\".");
        }
        Class<? extends Command> command = Vocabulary.command(type);
        if (command == null) {
            String named = type.length() > ECHOED_CHARACTERS_MAX ? "of that name" : "\"" + type + "\"";
            throw Rejected.because(Code.UNKNOWN_COMMAND, "There is no command " + named + ".")
                    .hint("Send {\"type\":\"help\"} to see all.");
        }
        try {
            return Json.decode(object, command);
        } catch (Malformed e) {
            throw Rejected.field(e.field(), e.getMessage());
        }
    }

    /// The frame's JSON, with the command's id after the type when it is a reply.
    static byte[] write(Frame frame, @Nullable String re) {
        if (re == null) return frame.json();
        byte[] id = (",\"re\":" + Json.write(re)).getBytes(StandardCharsets.UTF_8);
        int typeEnd = "{\"type\":\"\"".length() + frame.type().length();
        var reply = new byte[frame.json().length + id.length];
        System.arraycopy(frame.json(), 0, reply, 0, typeEnd);
        System.arraycopy(id, 0, reply, typeEnd, id.length);
        System.arraycopy(frame.json(), typeEnd, reply, typeEnd + id.length, frame.json().length - typeEnd);
        return reply;
    }
}
