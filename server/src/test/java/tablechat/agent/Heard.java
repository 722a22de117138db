package tablechat.agent;

import java.util.ArrayList;
import java.util.List;
import tablechat.database.Outcome;
import tablechat.protocol.Call;
import tablechat.protocol.Usage;

/// Remembers what a listener is told: `lines` in order and in short, and the finished calls whole.
final class Heard implements Listener {
    final List<String> lines = new ArrayList<>();
    final List<Call> finished = new ArrayList<>();
    final List<Outcome.Rows> rows = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    Usage usage;

    @Override
    public void text(String piece) {
        text.append(piece);
        lines.add("text " + piece);
    }

    @Override
    public void thinking(String piece) {
        lines.add("thinking " + piece);
    }

    @Override
    public void toolStarted(Call call) {
        if (call.status() != null) throw new AssertionError("a call that starts has a status: " + call);
        lines.add("started " + call.id());
    }

    @Override
    public void toolFinished(Call call, Outcome.Rows result) {
        lines.add("finished " + call.id() + " " + call.status());
        finished.add(call);
        rows.add(result);
    }

    @Override
    public void usage(Usage soFar) {
        usage = soFar;
    }
}
