package tablechat.model.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tablechat.protocol.Nullable;

/// The English the model knows, read once from the text files beside this class.
final class Lexicon {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("people", "person"),
            Map.entry("children", "child"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("series", "series"),
            Map.entry("species", "species"),
            Map.entry("news", "news"),
            Map.entry("aliases", "alias"),
            Map.entry("statuses", "status"),
            Map.entry("movie", "movie"),
            Map.entry("movies", "movie"),
            Map.entry("cookie", "cookie"),
            Map.entry("cookies", "cookie"));

    /// Before a phrase of several words an article says nothing.
    private static final Pattern THE = Pattern.compile("the \\S+ ");

    private static final Map<String, Cue> CUES = cues();
    private static final Set<String> NOISE = lines("noise.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .map(word -> word.replace('_', ' '))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<Adjective> ADJECTIVES =
            lines("adjectives.txt").stream().map(Adjective::of).toList();
    private static final Map<String, Set<String>> ALIKE = alikes();

    private static final Map<String, List<String>> STORED = lines("values.txt").stream()
            .map(line -> Arrays.stream(line.split(" ")).map(word -> word.replace('_', ' ')).toList())
            .collect(Collectors.toUnmodifiableMap(List::getFirst, words -> words.subList(1, words.size())));

    private static final Map<String, Set<String>> DEEDS = lines("deeds.txt").stream()
            .map(line -> line.split(": "))
            .collect(Collectors.toUnmodifiableMap(
                    parts -> parts[0], parts -> Arrays.stream(parts[1].split(" ")).map(Words::root).collect(Collectors.toSet())));

    private static final Set<List<String>> OPPOSITES =
            lines("antonyms.txt").stream().map(line -> List.of(line.split(" "))).collect(Collectors.toUnmodifiableSet());

    private Lexicon() {}

    /// @param phrase lower case, words divided by one space
    static @Nullable Cue cue(String phrase) {
        var cue = CUES.get(phrase);
        return cue == null && THE.matcher(phrase).lookingAt() ? CUES.get(phrase.substring(4)) : cue;
    }

    static boolean noise(String word) {
        return NOISE.contains(word);
    }

    static Sense.@Nullable Degree degree(String word) {
        for (var adjective : ADJECTIVES) {
            var form = adjective.form(word);
            if (form != null) {
                return new Sense.Degree(adjective, form);
            }
        }
        return null;
    }

    /// @param one a stem
    /// @param other a stem
    static boolean alike(String one, String other) {
        return one.equals(other) || ALIKE.getOrDefault(one, Set.of()).contains(other);
    }

    /// The verb says no more than that there is a row of this noun: `score`, of goals.
    static boolean does(String verb, String noun) {
        return DEEDS.getOrDefault(noun, Set.of()).contains(Words.root(verb));
    }

    /// What says the opposite of a yes: `offline`, of online.
    static boolean opposite(String word, String yes) {
        return OPPOSITES.contains(List.of(yes, word));
    }

    /// Values that may be stored for what a stem says: `female` for woman, `Brazil` for Brazilian.
    static List<String> stored(String stem) {
        return STORED.getOrDefault(stem, List.of());
    }

    /// The stem of a word whose plural follows no rule, null for all others.
    static @Nullable String singularOf(String word) {
        return IRREGULAR.get(word);
    }

    private static Map<String, Cue> cues() {
        var cues = new HashMap<String, Cue>();
        for (var line : lines("cues.txt")) {
            int colon = line.indexOf(':');
            var cue = Cue.valueOf(line.substring(0, colon));
            for (var phrase : line.substring(colon + 1).split("\\|")) {
                cues.put(phrase.strip().replace("-", " "), cue);
            }
        }
        return Map.copyOf(cues);
    }

    private static Map<String, Set<String>> alikes() {
        var alike = new HashMap<String, Set<String>>();
        for (var line : lines("synonyms.txt")) {
            var group = Arrays.stream(line.split(" ")).map(Words::stem).toList();
            for (var word : group) {
                alike.computeIfAbsent(word, any -> new HashSet<>()).addAll(group);
            }
        }
        return Map.copyOf(alike);
    }

    static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
