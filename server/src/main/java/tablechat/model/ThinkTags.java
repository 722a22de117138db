package tablechat.model;

import java.util.List;

/// Tells thinking from answer where a model writes both into its text, as many local ones do: `<think>…</think>` at the very
/// start. Blank space around the tags is left out. A tag may come in pieces; only what may be one is held back.
final class ThinkTags {
    private static final List<String> NAMES = List.of("think", "thinking", "thought", "reasoning");

    private final Voice text;
    private final Voice thinking;
    private State state = State.UNDECIDED;
    private String close = "";
    private String held = "";

    private enum State {
        /// Nothing but blank space and what may become a tag came yet.
        UNDECIDED,
        /// After a tag: blank space is left out.
        THINKING_BEGINS,
        THINKING,
        TEXT_BEGINS,
        TEXT
    }

    ThinkTags(Voice text, Voice thinking) {
        this.text = text;
        this.thinking = thinking;
    }

    void say(String piece) {
        if (state == State.TEXT) {
            text.say(piece);
            return;
        }
        held += piece;
        State before;
        do {
            before = state;
            go();
        } while (state != before);
    }

    private void go() {
        switch (state) {
            case UNDECIDED -> decide();
            case THINKING_BEGINS -> begin(State.THINKING);
            case THINKING -> think();
            case TEXT_BEGINS -> begin(State.TEXT);
            case TEXT -> text.say(taken(held.length()));
        }
    }

    private void decide() {
        String start = held.stripLeading();
        for (String name : NAMES) {
            String open = "<" + name + ">";
            if (start.startsWith(open)) {
                close = "</" + name + ">";
                held = start.substring(open.length());
                state = State.THINKING_BEGINS;
                return;
            }
        }
        if (NAMES.stream().noneMatch(name -> ("<" + name + ">").startsWith(start))) state = State.TEXT;
    }

    private void begin(State next) {
        held = held.stripLeading();
        if (!held.isEmpty()) state = next;
    }

    private void think() {
        int end = held.indexOf(close);
        if (end < 0) {
            thinking.say(taken(held.length() - beginningOfClose()));
            return;
        }
        thinking.say(taken(end).stripTrailing());
        held = held.substring(close.length());
        state = State.TEXT_BEGINS;
    }

    /// How many of the last characters may be the first ones of the closing tag.
    private int beginningOfClose() {
        int length = Math.min(held.length(), close.length() - 1);
        while (!held.endsWith(close.substring(0, length))) length--;
        return length;
    }

    private String taken(int length) {
        String taken = held.substring(0, length);
        held = held.substring(length);
        return taken;
    }

    /// No more comes: what was held back is no tag.
    void end() {
        switch (state) {
            case UNDECIDED, TEXT -> text.say(held);
            case THINKING -> thinking.say(held);
            case THINKING_BEGINS, TEXT_BEGINS -> {} // blank space only
        }
        thinking.end();
        text.end();
    }
}
