package tablechat.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tablechat.protocol.Command.SearchSessions;
import tablechat.protocol.Event.SessionSearched;
import tablechat.protocol.Hit;
import tablechat.protocol.Nullable;
import tablechat.store.SearchStore;

/// Searches the sessions, and shows the place where something was found.
final class Searches {
    private static final int WORDS_MAX = 16;
    private static final int SNIPPET_CHARACTERS = 160;
    private static final int BEFORE_CHARACTERS = 40;
    private static final String CUT = "…";

    private Searches() {}

    /// @param connection the id of the one to search, null for all
    static SessionSearched search(SearchStore store, SearchSessions search, @Nullable String connection) {
        List<String> words = Arrays.stream(search.text().strip().split("[\\s\\p{Z}\\p{Cc}]+")).filter(word -> !word.isEmpty())
                .distinct().limit(WORDS_MAX).toList();
        if (words.isEmpty()) return new SessionSearched(List.of());
        return new SessionSearched(store.find(words, connection, search.limit(), found -> hit(found, words)));
    }

    private static Hit hit(SearchStore.Found found, List<String> words) {
        String text = found.text().replaceAll("\\s", " ");
        int first = words.stream().mapToInt(word -> indexOf(text, word, 0)).filter(at -> at >= 0).min().orElse(0);
        int from = from(text, first);
        int to = boundary(text, Math.min(text.length(), from + SNIPPET_CHARACTERS));
        String snippet = (from > 0 ? CUT : "") + text.substring(from, to) + (to < text.length() ? CUT : "");
        return new Hit(found.session(), found.title(), found.connection(), found.message(), snippet, matches(snippet, words));
    }

    private static int from(String text, int first) {
        if (text.length() <= SNIPPET_CHARACTERS || first <= BEFORE_CHARACTERS) return 0;
        int from = first - BEFORE_CHARACTERS;
        int blank = text.indexOf(' ', from);
        return boundary(text, blank >= 0 && blank < first ? blank + 1 : from);
    }

    /// Not between the halves of a character.
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// In their order, joined where they overlap.
    private static List<List<Integer>> matches(String snippet, List<String> words) {
        var all = new ArrayList<int[]>();
        for (String word : words) {
            for (int at = indexOf(snippet, word, 0); at >= 0; at = indexOf(snippet, word, at + word.length())) {
                all.add(new int[] {at, at + word.length()});
            }
        }
        all.sort(Comparator.comparingInt(match -> match[0]));
        var joined = new ArrayList<List<Integer>>();
        for (int[] match : all) {
            boolean overlaps = !joined.isEmpty() && match[0] <= joined.getLast().getLast();
            List<Integer> former = overlaps ? joined.removeLast() : List.of(match[0], match[1]);
            joined.add(List.of(former.getFirst(), Math.max(former.getLast(), match[1])));
        }
        return joined;
    }

    /// Letter case aside, and without changing lengths.
    private static int indexOf(String text, String word, int from) {
        for (int at = from; at <= text.length() - word.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) return at;
        }
        return -1;
    }
}
