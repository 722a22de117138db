package tablechat.model.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Nouns that name rows by what stands in one of their columns: `strikers` are players, `condos` listings, `surgeons` physicians.
final class Kinds {
    private static final String BEFORE_VALUES =
            "in|from|of|by|with|without|for|at|to|on|is|are|was|were|be|been|as|via|per|not|and|or|than|named|called|about|like|during";
    /// Tables whose rows are kinds of others'.
    private static final Set<String> LOOKUPS =
            Set.of("category", "type", "genre", "kind", "class", "group", "species", "form", "status", "specialty", "section");
    private static final Set<String> OWN =
            Set.of("email", "phone", "description", "url", "address", "street", "body", "text", "note", "comment", "password", "postal");

    private final Reading reading;

    private Kinds(Reading reading) {
        this.reading = reading;
    }

    /// Before all other rules: which of the unknown words are such nouns.
    static void read(Reading reading) {
        new Kinds(reading).read();
    }

    private void read() {
        var texts = new LinkedHashSet<String>();
        for (int at = 0; at < reading.size(); at++) {
            if (candidate(at)) {
                texts.addAll(said(at));
            }
        }
        if (!texts.isEmpty()) {
            new Probe(reading.world(), places()).repeated(texts).ifPresent(this::mean);
        }
    }

    private void mean(List<Probe.Found> all) {
        for (int at = 0; at < reading.size(); at++) {
            int here = at;
            var said = candidate(at) ? said(at) : List.<String>of();
            said.stream()
                    .flatMap(text -> all.stream().filter(found -> Words.lower(found.value()).equals(text)))
                    .min(java.util.Comparator.comparing(found -> !mentioned(found.column())))
                    .ifPresent(found -> reading.mean(here, new Sense.Kind(found.column(), found.value())));
        }
        for (int at = 0; at < reading.size(); at++) {
            var kind = reading.item(at).as(Sense.Kind.class);
            if (kind.isPresent() && reading.item(at).unknown() && noun(at)) {
                reading.call(at, rows(kind.get().column()));
                return;
            }
        }
    }

    private boolean candidate(int at) {
        var item = reading.item(at);
        var token = reading.question().tokens().get(item.from());
        return (item.unknown() || done(item, token.word())) && !item.quoted()
                && token.kind() == Token.Kind.WORD && token.word().length() > 2
                && (at == 0 || !token.capital());
    }

    /// `finished`, of which a date or a yes or no speaks, but perhaps a state as well.
    private static boolean done(Item item, String word) {
        return word.matches(".{3,}(ed|en)|open|active") && item.senses().stream().allMatch(sense -> sense instanceof Sense.Match match
                && match.column() != null && (match.column().date() || match.column().flag()));
    }

    /// As typed, in the singular, in the plural, and what else may be stored for it.
    private List<String> said(int at) {
        var stem = Words.stem(reading.words(at));
        var said = new ArrayList<>(List.of(reading.words(at), stem, Words.plural(stem)));
        said.addAll(Lexicon.stored(stem));
        return said;
    }

    /// Text columns whose values are shared by rows.
    private List<Column> places() {
        return reading.world().schema().tables().stream()
                .flatMap(table -> table.columns().stream().filter(column -> column.text() && !column.key()
                        && !OWN.contains(column.words().getLast())
                        && (lookup(table) || !Labels.is(column, table))))
                .toList();
    }

    /// No table was named before it, and no other noun follows at once.
    private boolean noun(int at) {
        int next = at + 1 < reading.size() ? at + 1 : -1;
        boolean followed = next >= 0
                && (reading.item(next).as(Sense.Match.class).isPresent() || reading.item(next).as(Sense.Kind.class).isPresent());
        boolean stated = at > 0 && reading.words(at - 1).matches(BEFORE_VALUES);
        return !followed && !stated && reading.findAny(at, i -> reading.table(i).isPresent()) < 0;
    }

    private boolean mentioned(Column column) {
        return reading.findAny(reading.size(), i -> reading.table(i).filter(reading.world().schema().of(column)::equals).isPresent()) >= 0;
    }

    /// Whose rows are of that kind: the column's table, or that which refers to it.
    private Table rows(Column column) {
        var table = reading.world().schema().of(column);
        return lookup(table) ? referring(table).orElse(table) : table;
    }

    private boolean lookup(Table table) {
        return LOOKUPS.contains(table.words().getLast()) && referring(table).isPresent();
    }

    private Optional<Table> referring(Table table) {
        var all = reading.world().schema().tables().stream()
                .filter(other -> other.refersTo(table))
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
