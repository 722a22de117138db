package tablechat.protocol;

import java.util.List;

/// One command as `help` shows it.
public record CommandHelp(String type, String summary, List<Field> fields) {

    /// `type` is a JSON type: string, integer, boolean, array or object.
    public record Field(String name, String type, boolean required) {}
}
