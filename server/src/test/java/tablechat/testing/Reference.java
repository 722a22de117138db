package tablechat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tablechat.json.Json;

/// The protocol reference, `static/asyncapi.yaml`, as a tree of JSON.
public final class Reference {
    private static final Path FILE = Path.of("static/asyncapi.yaml");

    private final Map<String, Object> document;

    private Reference(Map<String, Object> document) {
        this.document = document;
    }

    public static Reference read() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object yaml = new Yaml(new SafeConstructor(options)).load(Files.readString(FILE));
            return new Reference(Json.readObject(Json.write(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The types of the messages that some operation receives.
    public Set<String> commands() {
        var commands = new LinkedHashSet<String>();
        for (var operation : object(document.get("operations")).values()) {
            if (object(operation).get("action").equals("receive")) commands.addAll(types(object(operation).get("messages")));
        }
        return commands;
    }

    /// The types of all other messages.
    public Set<String> events() {
        var events = new LinkedHashSet<>(object(resolved("#/components/messages")).keySet());
        events.removeAll(commands());
        return events;
    }

    /// The types of the messages that go over the socket.
    public Set<String> onTheSocket() {
        return object(resolved("#/channels/socket/messages")).keySet();
    }

    /// The types of the messages that may answer a command.
    public Set<String> replies(String command) {
        return types(object(resolved("#/operations/" + command + "/reply")).get("messages"));
    }

    /// The types of the messages that come unasked.
    public Set<String> told() {
        return types(object(resolved("#/operations/told")).get("messages"));
    }

    public String summary(String type) {
        return (String) message(type).get("summary");
    }

    /// The schema of a message.
    public Map<String, Object> payload(String type) {
        return object(message(type).get("payload"));
    }

    public List<Map<String, Object>> examples(String type) {
        return Json.list(message(type).get("examples")).stream().map(example -> object(object(example).get("payload"))).toList();
    }

    /// A schema, or what it refers to; fields beside a reference are left aside.
    public Map<String, Object> schema(Object schema) {
        Object reference = object(schema).get("$ref");
        return reference == null ? object(schema) : schema(resolved((String) reference));
    }

    private Map<String, Object> message(String type) {
        return object(resolved("#/components/messages/" + type));
    }

    private Set<String> types(Object references) {
        var types = new LinkedHashSet<String>();
        for (Object reference : Json.list(references)) {
            String path = (String) object(reference).get("$ref");
            resolved(path);
            types.add(path.substring(path.lastIndexOf('/') + 1));
        }
        return types;
    }

    private Object resolved(String path) {
        Object found = document;
        for (String key : path.substring(2).split("/")) {
            found = object(found).get(key);
            if (found == null) throw new AssertionError(path + " is nowhere in " + FILE);
        }
        return found;
    }

    private static Map<String, Object> object(Object tree) {
        return Json.object(tree);
    }
}
