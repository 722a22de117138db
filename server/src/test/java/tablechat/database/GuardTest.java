package tablechat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tablechat.database.Dialect.Quirk;

class GuardTest {
    /// Everything the tokenizer knows that SQLite does not have.
    private static final Dialect OTHER = new Dialect("Other",
            EnumSet.complementOf(EnumSet.of(Quirk.BRACKET_NAMES, Quirk.DASHES_NEED_A_BLANK)),
            Set.of("select", "explain"), Set.of("verbose"), Set.of(), Set.of(), Set.of("pg_read_file", "lo_*"),
            Set.of("repeat"), Set.of("lock"), "");

    @TempDir
    static Path folder;

    private static Database shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(Shop.in(folder));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static List<String> refused() {
        return Lines.of("refused.sql.txt");
    }

    static List<String> runs() {
        return Lines.of("runs.sql.txt");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNotOneReadingStatement(String sql) throws Exception {
        Outcome outcome = shop.query(sql);

        String reason = assertInstanceOf(Outcome.Refused.class, outcome).reason();
        assertTrue(reason.endsWith("."), reason);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void letsReadingStatementsRun(String sql) throws Exception {
        Outcome outcome = shop.query(sql);

        assertInstanceOf(Outcome.Rows.class, outcome);
    }

    @Test
    void theTablesOfStatementsAreLong() {
        assertTrue(refused().size() >= 120, refused().size() + " refused");
        assertTrue(runs().size() >= 60, runs().size() + " run");
    }

    @Test
    void saysWhatIsNotAllowedAndWhatIs() {
        String reason = refusal("delete from customers");

        assertEquals("DELETE is not allowed: this connection only reads. "
                + "Allowed is one SQLite statement that begins with one of EXPLAIN, PRAGMA, SELECT, VALUES, WITH.", reason);
    }

    @Test
    void anEmptyStatementIsRefused() {
        assertTrue(refusal("").startsWith("There is no statement here."));
        assertTrue(refusal(" ; -- nothing").startsWith("There is no statement here."));
    }

    @Test
    void takesAnyTextWithoutFailing() {
        String alphabet = "'\"`[]$#/*-!;:?@() \n\r\t\0\\eExX_selctwih1.=é\ud83d\ude00\udc00";
        var random = new Random(7);

        for (int i = 0; i < 20_000; i++) {
            String sql = random.ints(random.nextInt(60), 0, alphabet.length())
                    .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                    .toString();
            Guard.refusal(sql, SqliteDialect.SQLITE);
            Guard.refusal(sql, OTHER);
        }
    }

    @Test
    void takesVeryLongTextWithoutFailing() {
        for (String part : List.of("(", "'", "/*", "select ", "$a$", "[", ";", "explain ", "-- ", "e'\\'")) {
            Guard.refusal(part.repeat(100_000), SqliteDialect.SQLITE);
            Guard.refusal(part.repeat(100_000), OTHER);
        }
        assertTrue(refusal("select 1" + " ".repeat(Guard.SQL_CHARACTERS_MAX)).contains("at most"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select E'it\\'s; still one'", "select e'\\\\', 1", "select $$ one; two $$", "select $tag$ a; $$ b; $tag$, 1",
        "select /* one; /* inside; */ still a comment; */ 1", "select 1 # a comment; to the end\n", "select 'it\\'s; still one'",
        "explain verbose select 1", "(select 1)", "select $1", "explain (verbose) select 1", "select loo_read(1)", "select repeat('x', 9)"
    })
    void readsStringsAndCommentsAsOtherDialectsDo(String sql) {
        Optional<String> refusal = Guard.refusal(sql, OTHER);

        assertEquals(Optional.empty(), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select $$ no end", "select $a$ no $b$ end", "select /* one /* inside */ no end", "select E'no end\\'",
        "select 1 /*! into outfile '/tmp/x' */", "select 1 /*!50000 , 2 */", "select 1 /*M! , 2 */",
        "select $$a$$; delete from t", "select 1 # a\n; delete from t", "explain analyze select 1",
        "explain (analyze) select 1", "select pg_read_file('/etc/passwd')", "select 1 into outfile '/tmp/x'",
        "explain (verbose, analyze) select 1", "explain (verbose delete from t", "select U&\"n\\0061me\" from t", "select lo_read(1)",
        "select 1 --\r; delete from t", "select E'a'\n'\\'' , lo_read(1), ''", "select E'a' -- b\n 'b'",
        "select * from t lock in share mode", "select repeat('x', 1000000000)"
    })
    void refusesInOtherDialectsToo(String sql) {
        Optional<String> refusal = Guard.refusal(sql, OTHER);

        assertTrue(refusal.isPresent());
    }

    private static String refusal(String sql) {
        return Guard.refusal(sql, SqliteDialect.SQLITE).orElseThrow();
    }
}
