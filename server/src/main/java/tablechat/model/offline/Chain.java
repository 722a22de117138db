package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// All rows beside those of the same table they refer to: `who reports to whom`, `employees and their managers`, `direct reports
/// per manager`. Only where that is all that is asked.
final class Chain {
    private static final String BOSS = "(boss|manager|supervisor|superior|leader|lead|head|parent)(e?s)?";
    private static final String SHOW = "(please )?((show|list|give|tell)( me)? |what (is|are) |)(all |the |names? of )*";
    private static final String NAME = "('s? names?)?";
    private static final String ROWS = "(?<rows>[\\p{L}_]+( [\\p{L}_]+)??)";
    private static final String STAFF = "(direct reports|subordinates|reports|people|" + ROWS + ")";

    private static final Pattern PAIRS = Pattern.compile(SHOW + "(who (reports?|works?|answers?) (to|for|under) whom?"
            + "|who is (whose|everyone's|everybody's) " + BOSS
            + "|(each |every )?" + ROWS + " (and|with|along with|together with) (the names? of )?(their|his|her|its|the) (direct )?"
            + BOSS + NAME
            + "|(each|every) " + ROWS.replace("rows", "each") + "'s (direct )?" + BOSS + NAME
            + "|who (manages|leads|supervises|heads|managers) (each|every) " + ROWS.replace("rows", "led")
            + "|(who is )?(the )?(names? of )?(the )?(direct )?" + BOSS + " (of|for) (each|every) " + ROWS.replace("rows", "one")
            + "|who (manages?|leads?|supervises?|heads?|bosses|" + BOSS + ") whom?"
            + "|whom? (does|do) (each|every) " + ROWS.replace("rows", "lower") + " (report to|work for|work under|answer to))");
    private static final Pattern COUNTS = Pattern.compile(
            "how many " + STAFF + "( (does|do|has|have|report to|work for|work under))? (each|every) "
            + BOSS + "( has| have| manages?| leads?| supervises?)?");
    private static final Pattern NUMBERS = Pattern.compile(
            "(number of |count of )?" + STAFF + " (per|by|for each|of each|for every) " + BOSS);
    private static final Pattern MOST = Pattern.compile(
            "(who|(which|what) " + BOSS + "|" + ROWS + ") (has|have|manages?|leads?|supervises?) "
            + "(the most|most|the largest number of) " + STAFF.replace("rows", "staff") + "( reporting to (them|him|her))?");

    private Chain() {}

    /// @param reference with which rows of a table refer to others of it
    static boolean read(Reading reading, Column reference) {
        var asked = Words.lower(reading.question().text()).replaceAll("[?.!\\s]+$", "").replace('’', '\'').strip();
        var text = called(asked, reading, reference);
        boolean most = said(MOST, text, reading, reference) && text.matches(".*(reports|subordinates|who|" + BOSS + ").*");
        boolean counts = most || said(COUNTS, text, reading, reference) || said(NUMBERS, text, reading, reference);
        if (!counts && !said(PAIRS, text, reading, reference)) {
            return false;
        }
        reading.draft().subject = reading.world().schema().of(reference);
        reading.draft().chain = new Query.Chain(reference, counts);
        for (int at = 0; at < reading.size(); at++) {
            reading.use(at);
        }
        return true;
    }

    /// What the reference calls them is put as `manager`: `who mentors whom`, of a `mentor_id`.
    private static String called(String text, Reading reading, Column reference) {
        var role = Roles.of(reference, reading.world().schema()).stream().reduce((first, last) -> last).orElse("");
        return role.length() > 2 && !role.matches(BOSS) ? text.replaceAll("\\b" + Pattern.quote(role) + "(e?s)?\\b", "manager$1") : text;
    }

    /// The rows that are named, if any are, are those of the table.
    private static boolean said(Pattern pattern, String text, Reading reading, Column reference) {
        var found = pattern.matcher(text);
        if (!found.matches()) {
            return false;
        }
        var table = reading.world().schema().of(reference);
        return found.namedGroups().keySet().stream()
                .flatMap(name -> Optional.ofNullable(found.group(name)).stream())
                .allMatch(rows -> rows(rows, table, reading));
    }

    private static boolean rows(String said, Table table, Reading reading) {
        var stems = List.of(said.split(" ")).stream().map(Words::stem).toList();
        boolean people = said.matches("who|people|everyone|everybody|subordinates|.*reports") && People.are(table);
        return people || reading.world().linker().matches(stems).stream()
                .limit(1)
                .anyMatch(match -> match.column() == null && match.table().equals(table));
    }
}
