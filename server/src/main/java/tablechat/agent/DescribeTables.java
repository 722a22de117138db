package tablechat.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tablechat.database.DatabaseFailure;
import tablechat.database.Outcome.Rows;
import tablechat.model.Tool;
import tablechat.model.Tool.Kind;
import tablechat.model.Tool.Parameter;
import tablechat.protocol.Nullable;
import tablechat.protocol.Table;

/// Tells the columns, keys and comments of tables and shows a few of their rows. Columns come first: sample rows get the room
/// that is left, and tables for which there is none are named, so that the model can ask again.
final class DescribeTables implements AgentTool {
    private static final int TABLES_MAX = 20;
    private static final int TABLE_BYTES_MAX = 6 * 1024;
    private static final int LEFT_OUT_CHARACTERS_MAX = 300;
    private static final int LEFT_OUT_BYTES_MAX = 1024;
    private static final int NEAREST_MAX = 3;

    /// After this no further table is sampled: a sample of a slow view helps less than an answer.
    private static final long SAMPLING_NANOS_MAX = Duration.ofSeconds(5).toNanos();

    private static final Tool SPEC = new Tool(
            "describe_tables",
            "Tells the columns, types, keys and comments of tables and views, with up to 3 sample rows of each.",
            List.of(new Parameter("names", Kind.STRINGS, "From 1 to 20 names as list_tables gives them.", true)));

    @Override
    public Tool spec() {
        return SPEC;
    }

    @Override
    public Output run(Arguments arguments, Source source, @Nullable Rows newest) throws InterruptedException, DatabaseFailure {
        var blocks = new ArrayList<Block>();
        var leftOut = new ArrayList<String>();
        int room = Output.TEXT_BYTES_MAX - LEFT_OUT_BYTES_MAX;
        for (String name : arguments.texts("names", TABLES_MAX)) {
            Block block = block(name, source);
            if (block.bytes() > room) {
                leftOut.add(name);
                continue;
            }
            room -= block.bytes();
            blocks.add(block);
        }
        var texts = new ArrayList<String>();
        int sampled = addTexts(texts, blocks, source, room);
        if (!leftOut.isEmpty()) {
            String names = Clip.cell(String.join(", ", leftOut), LEFT_OUT_CHARACTERS_MAX);
            texts.add("no room for %s; ask for them apart".formatted(names));
        }
        return Output.complete(new Shown(String.join("\n\n", texts), sampled));
    }

    private static Block block(String name, Source source) throws InterruptedException, DatabaseFailure {
        List<Table> found = source.describe(List.of(name));
        if (!found.isEmpty()) return new Block(TableText.columns(found.getFirst(), TABLE_BYTES_MAX), found.getFirst());
        List<String> nearest = source.nearest(name).stream().limit(NEAREST_MAX).toList();
        String hint = nearest.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(", ", nearest));
        return new Block(Clip.cell("no table " + name, 200) + hint, null);
    }

    /// @return how many rows are in them
    private static int addTexts(List<String> texts, List<Block> blocks, Source source, int room) throws InterruptedException {
        int sampled = 0;
        long start = System.nanoTime();
        long tables = blocks.stream().filter(block -> block.table != null).count();
        for (Block block : blocks) {
            boolean inTime = System.nanoTime() - start < SAMPLING_NANOS_MAX;
            Grid sample = block.table == null || !inTime ? Sample.NONE : Sample.of(block.table, source, (int) (room / tables--));
            room -= Grid.bytes(sample.text());
            sampled += sample.rows();
            texts.add(sample.rows() == 0 ? block.text : block.text + "\n" + sample.text());
        }
        return sampled;
    }

    /// One table's part of the text; without a table where there is none of that name.
    private record Block(String text, @Nullable Table table) {

        /// With what divides it from the next and its sample rows from its columns.
        int bytes() {
            return Grid.bytes(text) + "\n\n\n".length();
        }
    }
}
