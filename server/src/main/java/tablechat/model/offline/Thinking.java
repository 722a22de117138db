package tablechat.model.offline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One turn, thought through from the beginning: either it is known what to say, or what to look at next.
final class Thinking {
    private final Turn turn;
    private final Evidence evidence;
    private final Lookup lookup;

    Thinking(Turn turn) {
        this.turn = turn;
        this.evidence = turn.evidence();
        this.lookup = new Lookup(evidence, turn.question());
    }

    Step next() {
        return answer().<Step>map(Step.Say::new).orElseGet(() -> new Step.Look(evidence.wishes()));
    }

    private Optional<String> answer() {
        return switch (Intents.of(turn.question())) {
            case Intent.Sql(var sql) -> sql(sql);
            case Intent.ShowSql() when turn.lastSql() != null -> again(turn.lastSql());
            case Intent.ShowSql _, Intent.ListTables _, Intent.Describe _ -> schema();
            case Intent.Hello _, Intent.Write _, Intent.Ask _ -> schema();
        };
    }

    private Optional<String> sql(String sql) {
        return evidence.query(sql)
                .map(said -> said.failed() ? Replies.failed(said.text(), sql) : Replies.sql(said.grid()));
    }

    private Optional<String> again(String sql) {
        return evidence.query(sql)
                .map(said -> "The query was:\n\n```sql\n" + sql + "\n```\n\n"
                        + (said.failed()
                                ? "It fails now: " + said.text()
                                : "It gives " + said.grid().total() + " rows now."));
    }

    private Optional<String> schema() {
        return evidence.tables()
                .flatMap(said -> said.failed()
                        ? Optional.of(Replies.unreachable(said.text()))
                        : lookup.names().flatMap(names -> listed(said.grid(), names)));
    }

    private Optional<String> listed(Grid tables, List<String> names) {
        var intent = Intents.of(turn.question());
        if (intent instanceof Intent.ShowSql && (turn.earlier().isEmpty() || turn.lastSql() == null)) {
            return Optional.of(Replies.nothingAsked(tables));
        }
        boolean one = intent instanceof Intent.ListTables && !names(names);
        return one || names.isEmpty()
                ? Optional.of(Replies.tables(tables))
                : lookup.schema(names).flatMap(schema -> seen(intent, tables, schema));
    }

    /// The question names one of the tables, so it is not about all of them.
    private boolean names(List<String> names) {
        var linker = new Linker(SchemaReader.read(names, List.of()));
        return Question.of(turn.question()).tokens().stream()
                .filter(token -> !Lexicon.noise(token.word()))
                .anyMatch(
                        token -> linker.matches(List.of(token.stem())).stream().anyMatch(match -> match.score() >= 1));
    }

    private Optional<String> seen(Intent intent, Grid tables, Schema schema) {
        boolean blind =
                schema.tables().stream().allMatch(table -> table.columns().isEmpty());
        return blind
                ? Optional.of(Replies.unreachable(lookup.failure().orElse("nothing about the columns of its tables.")))
                : told(intent, tables, schema);
    }

    private Optional<String> told(Intent intent, Grid tables, Schema schema) {
        return switch (intent) {
            case Intent.Hello() -> Optional.of(Replies.hello(tables, schema));
            case Intent.Write() -> Optional.of(Replies.write(schema));
            case Intent.Describe() when !describes(schema) -> asked(schema);
            case Intent.Describe(), Intent.ListTables() -> described(schema).or(() -> asked(schema));
            case Intent.Ask _, Intent.ShowSql _, Intent.Sql _ -> asked(schema);
        };
    }

    /// In a schema with a table `fields` that word alone asks for no columns.
    private boolean describes(Schema schema) {
        var rest = schema.tables().stream()
                .map(table -> Pattern.compile("\\b" + Pattern.quote(table.words().getLast()) + "(s|es)?\\b", Pattern.CASE_INSENSITIVE))
                .reduce(turn.question(), (text, name) -> name.matcher(text).replaceAll(" "), (one, other) -> one);
        return Intents.of(rest) instanceof Intent.Describe;
    }

    private Optional<String> described(Schema schema) {
        var question = Question.of(turn.question());
        var items = new Scanner(question, new Linker(schema), new Periods(question, turn.today())).items();
        var named = items.stream()
                .flatMap(item -> item.all(Sense.Match.class).limit(1))
                .filter(match -> match.column() == null)
                .map(Sense.Match::table)
                .distinct()
                .map(Replies::columns)
                .collect(Collectors.joining("\n\n"));
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    /// The tables of which a word of the question is the name, or the name of a column.
    private List<Table> named(Linker linker) {
        return Question.of(turn.question()).tokens().stream()
                .filter(token -> !Lexicon.noise(token.word()))
                .flatMap(token -> linker.matches(List.of(token.stem())).stream().filter(match -> match.score() >= Fit.ALIKE).limit(1))
                .map(Sense.Match::table)
                .distinct()
                .toList();
    }

    /// Of all that was asked, as a question may go on from another.
    private List<String> stems() {
        return Stream.concat(turn.earlier().stream(), Stream.of(turn.question()))
                .flatMap(text -> Question.of(text).tokens().stream())
                .map(Token::stem)
                .toList();
    }

    private Optional<String> asked(Schema schema) {
        var relations = new Relations(schema);
        var world = new World(schema, relations, new Linker(schema, relations), new Routes(schema, stems(), relations),
                evidence, turn.dialect(), turn.charts(), turn.today());
        var meaning = new Interpreter(world).meaning(turn.question(), turn.earlier());
        if (!evidence.wishes().isEmpty()) {
            return Optional.empty();
        }
        return switch (meaning) {
            case Meaning.Unclear(var words, var unknown) -> Optional.of(Replies.unclear(words, unknown, schema, named(world.linker())));
            case Meaning.Understood(var query, var remarks, var chart) -> new Inquiry(query, remarks, chart, world).answer();
        };
    }
}
