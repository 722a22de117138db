package tablechat.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tablechat.json.Json;

/// As much of JSON Schema as the [Reference] uses: looks whether a tree of JSON is what a schema says.
public final class Schema {
    private final Reference reference;

    public Schema(Reference reference) {
        this.reference = reference;
    }

    /// Empty when the value fits, else where it does not.
    public String misfit(String path, Object schema, Object value) {
        Map<String, Object> rules = reference.schema(schema);
        if (rules.containsKey("oneOf")) return misfitOfAll(path, Json.list(rules.get("oneOf")), value);
        if (rules.containsKey("const") && !rules.get("const").equals(value)) return path + " is " + value;
        if (rules.containsKey("enum") && !Json.list(rules.get("enum")).contains(value)) return path + " is " + value;
        if (rules.containsKey("type") && !isOf((String) rules.get("type"), value)) return path + " is of another type";
        return switch (value) {
            case String text -> misfitOfText(path, rules, text);
            case Number number -> within(rules, "minimum", "maximum", number.doubleValue()) ? "" : path + " is out of bounds";
            case List<?> _ -> misfitOfItems(path, rules, Json.list(value));
            case Map<?, ?> _ -> misfitOfFields(path, rules, Json.object(value));
            case null, default -> "";
        };
    }

    private String misfitOfAll(String path, List<Object> schemas, Object value) {
        long fitting = schemas.stream().filter(schema -> misfit(path, schema, value).isEmpty()).count();
        return fitting == 1 ? "" : path + " fits " + fitting + " of " + schemas.size() + " shapes";
    }

    private static String misfitOfText(String path, Map<String, Object> rules, String text) {
        if (!within(rules, "minLength", "maxLength", text.length())) return path + " has a wrong length";
        return text.matches((String) rules.getOrDefault("pattern", "(?s).*")) ? "" : path + " is " + text;
    }

    private String misfitOfItems(String path, Map<String, Object> rules, List<Object> items) {
        if (!within(rules, "minItems", "maxItems", items.size())) return path + " has a wrong length";
        for (int i = 0; i < items.size(); i++) {
            String misfit = misfit(path + "[" + i + "]", rules.getOrDefault("items", Map.of()), items.get(i));
            if (!misfit.isEmpty()) return misfit;
        }
        return "";
    }

    private String misfitOfFields(String path, Map<String, Object> rules, Map<String, Object> fields) {
        for (Object required : Json.list(rules.getOrDefault("required", List.of()))) {
            if (!fields.containsKey(required)) return path + "." + required + " is missing";
        }
        if (!rules.containsKey("properties")) return "";
        Map<String, Object> properties = Json.object(rules.get("properties"));
        for (var field : fields.entrySet()) {
            String inner = path + "." + field.getKey();
            if (!properties.containsKey(field.getKey())) return inner + " is not described";
            String misfit = misfit(inner, properties.get(field.getKey()), field.getValue());
            if (!misfit.isEmpty()) return misfit;
        }
        return "";
    }

    private static boolean within(Map<String, Object> rules, String min, String max, double value) {
        return (!rules.containsKey(min) || value >= ((Number) rules.get(min)).doubleValue())
                && (!rules.containsKey(max) || value <= ((Number) rules.get(max)).doubleValue());
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Long || value instanceof BigDecimal;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            case "null" -> value == null;
            default -> throw new AssertionError("no type of JSON is called " + type);
        };
    }
}
