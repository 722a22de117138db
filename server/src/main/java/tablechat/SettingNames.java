package tablechat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tablechat.database.Nearest;

/// The settings there are, for whoever wrote another. Of the environment only what begins as ours do can have been meant for us, and
/// that not from Kubernetes, which tells every container of a service `tablechat` so.
final class SettingNames {
    private static final String OURS = "TABLECHAT_";
    private static final Pattern OF_A_SERVICE = Pattern.compile("TABLECHAT_(.*_)?(SERVICE|PORT)_.*");
    static final List<String> ALL = List.of(
            "TABLECHAT_HOST", "TABLECHAT_PORT", "TABLECHAT_DATA", "TABLECHAT_CONNECTIONS", "TABLECHAT_MODEL", "TABLECHAT_MODELS",
            "TABLECHAT_TOKEN", "TABLECHAT_ALLOWED_HOSTS", "TABLECHAT_LOG", "TABLECHAT_STATIC",
            "ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "GEMINI_BASE_URL",
            "ANTHROPIC_THINKING", "OLLAMA_HOST", "OLLAMA_API_KEY");

    private SettingNames() {}

    /// A line for a person about each name that is none of a setting and has a value.
    static List<String> unknown(Map<String, String> environment, Map<String, String> file) {
        return Stream.concat(given(environment).filter(SettingNames::isMeantForUs), given(file))
                .filter(name -> !ALL.contains(name))
                .distinct()
                .sorted()
                .map(SettingNames::line)
                .toList();
    }

    private static Stream<String> given(Map<String, String> values) {
        return values.entrySet().stream().filter(each -> !each.getValue().isBlank()).map(Map.Entry::getKey);
    }

    private static boolean isMeantForUs(String name) {
        return name.startsWith(OURS) && !OF_A_SERVICE.matcher(name).matches();
    }

    private static String line(String name) {
        List<String> alike = Nearest.to(name, ALL);
        return "%s is no setting and changes nothing.%s".formatted(
                name, alike.isEmpty() ? " The README lists those there are." : " Did you mean %s?".formatted(alike.getFirst()));
    }
}
