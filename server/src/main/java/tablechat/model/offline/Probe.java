package tablechat.model.offline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks the database in which text columns a word of the question stands.
final class Probe {
    /// So many columns are looked through, the nearest first; each costs a scan of its table.
    static final int PLACES_MAX = 40;

    private static final int FOUND_MAX = 50;
    private static final int SOUNDING_LETTERS_MIN = 2;

    /// A value as it is stored.
    record Found(Column column, String value) {}

    private final World world;
    private final List<Column> places;

    Probe(World world, List<Column> places) {
        this.world = world;
        this.places = places.stream().limit(PLACES_MAX).toList();
    }

    /// Values equal to one of the texts, letter case aside. Empty while the database has not answered.
    Optional<List<Found>> equal(Collection<String> texts) {
        var wanted = texts.stream().sorted().map(world.dialect()::text).collect(Collectors.joining(", "));
        return ask(" in (" + wanted + ")");
    }

    /// Only looks where a word stands: no answer to anything.
    static boolean is(String sql) {
        return sql.startsWith("select '") && sql.contains(" as place, ");
    }

    /// Values that contain the text.
    Optional<List<Found>> containing(String text) {
        return ask(" like " + world.dialect().text("%" + Words.lower(text) + "%"));
    }

    /// Values of several rows, or names of rows, equal to one of the texts.
    Optional<List<Found>> repeated(Collection<String> texts) {
        var wanted = texts.stream().sorted().map(world.dialect()::text).collect(Collectors.joining(", "));
        return ask(" in (" + wanted + ")", true);
    }

    /// Values that are the text but for accents: `Gonçalves`, of Goncalves.
    Optional<List<Found>> sounding(String text) {
        var bare = bare(text);
        var pattern = bare.replaceAll("[aeiouycn%]", "_");
        boolean telling = pattern.replace("_", "").length() >= SOUNDING_LETTERS_MIN;
        return telling
                ? ask(" like " + world.dialect().text(pattern))
                        .map(all -> all.stream().filter(one -> bare(one.value()).equals(bare)).toList())
                : Optional.of(List.of());
    }

    private static String bare(String text) {
        return Normalizer.normalize(Words.lower(text), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private Optional<List<Found>> ask(String condition) {
        return ask(condition, false);
    }

    private Optional<List<Found>> ask(String condition, boolean repeated) {
        if (places.isEmpty()) {
            return Optional.of(List.of());
        }
        var sql = places.stream().map(place -> select(place, condition, repeated)).collect(Collectors.joining("\nunion\n"))
                + "\nlimit " + FOUND_MAX;
        return world.evidence().query(sql).map(said -> found(said.grid()));
    }

    private String select(Column place, String condition, boolean repeated) {
        var name = world.dialect().part(place.name());
        var text = place.characters()
                ? name
                : "cast(" + name + (world.dialect() == Dialect.MYSQL ? " as char)" : " as varchar)");
        return "select " + world.dialect().text(place.table() + "." + place.name()) + " as place, " + text
                + " as value from " + world.dialect().name(place.table()) + " where lower(" + text + ")" + condition
                + (repeated && !Labels.is(place, world.schema().of(place)) ? " group by " + name + " having count(*) > 1" : "");
    }

    private List<Found> found(Grid grid) {
        var found = new ArrayList<Found>();
        for (var row : grid.rows()) {
            places.stream()
                    .filter(place -> row.size() == 2 && row.getFirst().equals(place.table() + "." + place.name()))
                    .forEach(place -> found.add(new Found(place, row.getLast())));
        }
        return found;
    }
}
