package tablechat.model.offline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the tables and columns a phrase may name, each with how well it fits.
final class Linker {
    private static final double TYPO_PENALTY = 0.1;
    private static final int MATCHES_MAX = 24;

    /// What may stand before `rep` or `manager`, whatever the reference is called.
    private static final Set<String> OFFICES =
            Set.of("sale", "account", "support", "service", "case", "area", "regional", "client", "customer");

    private final Schema schema;
    private final Relations relations;
    private final Shorts shorts;
    private final Map<List<String>, List<Sense.Match>> known = new HashMap<>();

    Linker(Schema schema) {
        this(schema, new Relations(schema));
    }

    Linker(Schema schema, Relations relations) {
        this.schema = schema;
        this.relations = relations;
        this.shorts = new Shorts(schema);
    }

    /// @param stems of the phrase's words
    /// @return the best first, none if nothing fits
    List<Sense.Match> matches(List<String> stems) {
        if (stems.isEmpty()) {
            return List.of();
        }
        var before = known.get(stems);
        var matches = before != null ? before : found(stems);
        known.put(List.copyOf(stems), matches);
        return matches;
    }

    private List<Sense.Match> found(List<String> stems) {
        var found = new ArrayList<Sense.Match>();
        for (var table : schema.tables()) {
            add(found, new Sense.Match(ofType(stems, table), null, Fit.table(stems, table)));
            table.columns().forEach(column -> add(found, new Sense.Match(table, column, fit(stems, column, table))));
            table.columns().stream()
                    .filter(column -> role(stems, column))
                    .forEach(column -> schema.table(column.references().table())
                            .ifPresent(other -> add(found, new Sense.Match(other, null, Fit.ALIKE))));
        }
        if (found.stream().noneMatch(match -> match.column() == null)) {
            schema.tables().stream()
                    .filter(table -> typed(stems, table))
                    .forEach(table -> add(found, new Sense.Match(table, null, Fit.ALIKE)));
        }
        if (stems.equals(List.of("person")) && found.stream().noneMatch(match -> match.column() == null)) {
            schema.tables().stream().filter(People::are)
                    .sorted(Comparator.comparing(table -> table.words().getFirst().matches(Fit.STAFF))).limit(1)
                    .forEach(table -> add(found, new Sense.Match(table, null, Fit.ALIKE)));
        }
        if (found.stream().noneMatch(match -> match.column() == null)) {
            called(stems).forEach(table -> add(found, new Sense.Match(table, null, Fit.ALIKE)));
        }
        related(stems, found);
        if (found.isEmpty()) {
            found.addAll(shortened(stems));
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Sense.Match::score).reversed())
                .limit(MATCHES_MAX)
                .toList();
    }

    /// What is called so in a short form of its words.
    private List<Sense.Match> shortened(List<String> stems) {
        var forms = stems.stream().map(stem -> single(stem) ? stem : shorts.of(stem).orElse(stem)).toList();
        return forms.equals(stems) ? List.of() : matches(forms);
    }

    /// Something is called so as it is.
    private boolean single(String stem) {
        return schema.tables().stream().anyMatch(table -> table.words().contains(stem)
                || table.columns().stream().anyMatch(column -> column.words().contains(stem)));
    }

    /// What references and link tables are called after.
    private void related(List<String> stems, List<Sense.Match> found) {
        relations.nouns(stems)
                .filter(Relations.Relation::link)
                .forEach(relation -> add(found, new Sense.Match(relation.target(), null, Fit.LOOSE)));
        if (stems.size() == 1 && Fit.past(stems.getFirst())) {
            relations.verbs(stems.getFirst())
                    .filter(Relations.Relation::link)
                    .forEach(relation -> add(found, new Sense.Match(relation.table(), null, Fit.VERB)));
        }
    }

    /// `runs` are the rows of a table of collection runs, not their `run_date`.
    private static double fit(List<String> stems, Column column, Table table) {
        var words = column.words();
        // `check-in date`
        boolean dated = column.date() && stems.size() == words.size() + 1 && stems.getLast().matches("date|day")
                && stems.subList(0, words.size()).equals(words);
        double fit = Math.max(Fit.column(stems, column, table), dated ? Fit.ALMOST : 0);
        boolean rows = fit < 1 && table.words().size() > 1 && stems.equals(List.of(table.words().getLast()));
        return rows ? Math.min(fit, Fit.BEGINNING) : fit;
    }

    /// As [#matches], for a word that may hold one wrong letter.
    List<Sense.Match> nearly(String stem) {
        return schema.tables().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.words()), table.columns().stream().map(Column::words)))
                .flatMap(List::stream)
                .distinct()
                .filter(word -> Words.near(stem, word))
                .findFirst()
                .map(word -> matches(List.of(word)).stream()
                        .map(match -> match.less(TYPO_PENALTY))
                        .toList())
                .orElse(List.of());
    }

    /// `support rep` is whom `SupportRepId` refers to.
    private boolean role(List<String> stems, Column column) {
        if (column.references() == null || column.references().table().equals(column.table())) {
            return false;
        }
        var words = column.words();
        int last = Fit.KEY_ENDS.contains(words.getLast()) ? words.size() - 1 : words.size();
        var role = Roles.of(column, schema);
        var plain = Words.split(column.name());
        return last > 0 && Fit.alike(stems, words.subList(0, last)) || role.equals(stems)
                || plain.size() == stems.size() + 1 && Fit.KEY_ENDS.contains(plain.getLast())
                        && plain.subList(0, stems.size()).equals(stems)
                || stems.equals(Stream.concat(role.stream(), target(column)).toList());
    }

    /// `rep`, or `sales rep`, where only one reference is to anybody called so: `SupportRepId`.
    private Stream<Table> called(List<String> stems) {
        boolean said = stems.size() == 1 || stems.size() == 2 && OFFICES.contains(stems.getFirst());
        if (!said || !Keys.leads(stems.getLast())) {
            return Stream.empty();
        }
        var targets = schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.references() != null && !column.references().table().equals(column.table()))
                .filter(column -> Roles.of(column, schema).stream().reduce((first, last) -> last)
                        .filter(last -> Lexicon.alike(last, stems.getLast())).isPresent())
                .map(column -> column.references().table())
                .distinct()
                .toList();
        return targets.size() == 1 ? schema.table(targets.getFirst()).stream() : Stream.empty();
    }

    /// `tickets`, where only their types have a table, are the rows that refer to these.
    private Table ofType(List<String> stems, Table table) {
        boolean type = table.words().size() > stems.size() && table.words().getLast().matches("type|kind")
                && !stems.contains(table.words().getLast());
        var rows = type ? Frequencies.referring(schema, table).toList() : List.<Table>of();
        return rows.size() == 1 ? rows.getFirst() : table;
    }

    /// `property`, whose `PropertyType` the rows tell.
    private static boolean typed(List<String> stems, Table table) {
        return table.columns().stream()
                .map(Column::words)
                .anyMatch(words -> words.size() == stems.size() + 1 && words.getLast().matches("type|kind")
                        && words.subList(0, stems.size()).equals(stems));
    }

    private Stream<String> target(Column column) {
        return schema.table(column.references().table()).stream().flatMap(table -> table.words().stream());
    }

    private static void add(List<Sense.Match> found, Sense.Match match) {
        if (match.score() >= Fit.BEGINNING) {
            found.add(match);
        }
    }
}
