package tablechat.model;

import java.util.List;

/// A tool a model may call.
public record Tool(String name, String description, List<Parameter> parameters) {

    public enum Kind {
        STRING,
        INTEGER,
        STRINGS
    }

    public record Parameter(String name, Kind kind, String description, boolean required) {}
}
