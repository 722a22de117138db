package tablechat.model.offline;

/// How the column with the figure is called: `orders`, `total_quantity`, `revenue`.
final class Aliases {

    private Aliases() {}

    static String of(Measure measure) {
        return switch (measure.kind()) {
            case COUNT -> measure.table().many().replace(' ', '_');
            case DISTINCT -> "different_" + name(measure);
            case SUM -> measure.value() instanceof Value.Product ? "revenue" : total(name(measure));
            case AVERAGE -> "average_" + name(measure);
            case MINIMUM -> "lowest_" + name(measure);
            case MAXIMUM -> "highest_" + name(measure);
            case MEDIAN -> "median_" + name(measure);
        };
    }

    private static String total(String name) {
        return name.startsWith("total") ? name : "total_" + name;
    }

    private static String name(Measure measure) {
        return switch (measure.value()) {
            case Value.Field(var column) -> {
                var parts = Words.parts(Names.bare(column.name()));
                yield String.join("_", column.cents() ? parts.subList(0, parts.size() - 1) : parts);
            }
            case Value.Product product -> "revenue";
            case Value.Difference difference -> "outstanding";
            case Value.Lapse lapse -> Words.plural(lapse.unit().word());
            case Value.Age age -> "age";
        };
    }
}
