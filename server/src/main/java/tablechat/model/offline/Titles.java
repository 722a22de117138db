package tablechat.model.offline;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tablechat.model.Prompt;
import tablechat.model.PromptMessage;

/// Makes a title of the user's message: what remains of it without politeness and commands.
final class Titles {
    private static final int WORDS_MAX = 6;
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)^(please|pls|hi|hello|hey|ok|so|and|can you|could you|would you|will you|can i|may i|i want to|i"
                + " would like to|i'd like to|i need to|tell me|show me|show|give me|list me|list all|find me|find|get"
                + " me|get|display|let me|know|see|what is|what are|what's|whats|the|a|an|all the|me)\\b[\\s,:]*");
    private static final Pattern AFTER = Pattern.compile(
            "(?i)[\\s,]*\\b(are there|is there|do we have|do you have|have we|please|pls|thanks|thank you|in the"
                    + " database|in this database|in total)$");

    private static final Pattern DANGLING = Pattern.compile("(?i)([\\s?!.,;:]+(per|by|of|with|without|in|on|at|for"
            + "|from|to|and|or|than|that|which|who|where|is|are|the|a|an|each|every|their|between|since)"
            + "(?=[\\s?!.,;:]*$))*[\\s?!.,;:]*$");

    private Titles() {}

    /// A prompt that asks for no answer but a title.
    static boolean wanted(Prompt prompt) {
        return prompt.tools().isEmpty() && prompt.instructions().stripLeading().startsWith("Write a title");
    }

    static String of(Prompt prompt) {
        return of(prompt.messages().stream()
                .filter(PromptMessage.User.class::isInstance)
                .map(message -> ((PromptMessage.User) message).text())
                .findFirst()
                .orElse(""));
    }

    static String of(String message) {
        return Intents.of(message) instanceof Intent.Sql(var sql) ? SqlTitles.of(sql) : ofWords(message);
    }

    private static String ofWords(String message) {
        var text = message.replaceAll("[`\"*_#]+", " ").replaceAll("\\s+", " ").strip();
        var bare = cut(text.replaceAll("[\\s?!.,;:]+$", ""));
        var title = Arrays.stream((bare.isBlank() ? text : bare).split(" "))
                .limit(WORDS_MAX)
                .collect(Collectors.joining(" "));
        var end = DANGLING.matcher(title).replaceFirst("");
        return end.isBlank() ? "Question" : Character.toUpperCase(end.charAt(0)) + end.substring(1);
    }

    private static String cut(String text) {
        var shorter = AFTER.matcher(BEFORE.matcher(text).replaceFirst(""))
                .replaceFirst("")
                .replaceAll("[\\s?!.,;:]+$", "");
        return shorter.equals(text) ? text : cut(shorter);
    }
}
