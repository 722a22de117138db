package tablechat.chat;

import java.util.ArrayList;
import java.util.List;
import tablechat.protocol.Call;
import tablechat.protocol.Part;

/// The parts of an answer while it grows. Not safe for threads: its turn holds the session's lock.
final class Answer {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder tail = new StringBuilder();
    private Tail kind = Tail.NONE;
    private int firstChanged;

    /// What the text in `tail` is: the last part, which is not in `parts` yet.
    private enum Tail {
        NONE,
        TEXT,
        THINKING
    }

    /// @return the number of UTF-16 units the text part already had
    int text(String piece) {
        return append(Tail.TEXT, piece);
    }

    /// @return the number of UTF-16 units the thinking part already had
    int thinking(String piece) {
        return append(Tail.THINKING, piece);
    }

    private int append(Tail to, String piece) {
        if (kind != to) {
            closeTail();
            kind = to;
        }
        int offset = tail.length();
        tail.append(piece);
        return offset;
    }

    void open(Call call) {
        closeTail();
        parts.add(new Part.Tool(call));
    }

    /// Puts the finished call where it was opened.
    void close(Call call) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i) instanceof Part.Tool(Call open) && open.id().equals(call.id()) && open.status() == null) {
                parts.set(i, new Part.Tool(call));
                firstChanged = Math.min(firstChanged, i);
                return;
            }
        }
        throw new IllegalStateException("no open call " + call.id());
    }

    List<Part> parts() {
        var all = new ArrayList<>(parts);
        addTail(all);
        return all;
    }

    /// The parts that may have changed since this was last asked, and the index of the first of them.
    Changed changed() {
        int from = firstChanged;
        firstChanged = parts.size();
        List<Part> all = parts();
        return new Changed(from, all.subList(Math.min(from, all.size()), all.size()));
    }

    /// Has [#changed] give this part again, and those after it.
    void changedFrom(int part) {
        firstChanged = Math.min(firstChanged, part);
    }

    record Changed(int from, List<Part> parts) {}

    private void closeTail() {
        addTail(parts);
        tail.setLength(0);
        kind = Tail.NONE;
    }

    private void addTail(List<Part> to) {
        switch (kind) {
            case NONE -> {}
            case TEXT -> to.add(new Part.Text(tail.toString()));
            case THINKING -> to.add(new Part.Thinking(tail.toString()));
        }
    }
}
