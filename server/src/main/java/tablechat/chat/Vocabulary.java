package tablechat.chat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;
import tablechat.protocol.Command;
import tablechat.protocol.CommandHelp;
import tablechat.protocol.Event;
import tablechat.protocol.Nullable;
import tablechat.protocol.Type;

/// Every command and event there is, read off the sealed types: what the decoder takes and `help` shows.
public final class Vocabulary {
    private static final Map<String, Class<? extends Command>> COMMANDS = commands();

    private static final List<String> EVENTS =
            Arrays.stream(Event.class.getPermittedSubclasses()).map(Json::type).toList();

    private Vocabulary() {}

    private static Map<String, Class<? extends Command>> commands() {
        var commands = new LinkedHashMap<String, Class<? extends Command>>();
        for (Class<?> command : Command.class.getPermittedSubclasses()) {
            commands.put(command.getAnnotation(Type.class).value(), command.asSubclass(Command.class));
        }
        return commands;
    }

    /// The record that a command's `type` names; null when there is none.
    public static @Nullable Class<? extends Command> command(String type) {
        return COMMANDS.get(type);
    }

    public static boolean isEvent(String type) {
        return EVENTS.contains(type);
    }

    static Event.Helped help() {
        return new Event.Helped(COMMANDS.values().stream().map(Vocabulary::help).toList(), EVENTS);
    }

    private static CommandHelp help(Class<? extends Command> command) {
        Type type = command.getAnnotation(Type.class);
        List<CommandHelp.Field> fields = Arrays.stream(command.getRecordComponents())
                .map(field -> new CommandHelp.Field(field.getName(), json(field), !field.isAnnotationPresent(Nullable.class)))
                .toList();
        return new CommandHelp(type.value(), type.summary(), fields);
    }

    private static String json(RecordComponent field) {
        Class<?> type = field.getType();
        if (type == String.class || type.isEnum()) return "string";
        if (type == Integer.class) return "integer";
        if (type == Boolean.class) return "boolean";
        return type == List.class ? "array" : "object";
    }
}
