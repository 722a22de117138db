package tablechat.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tablechat.json.Json;

/// A secret that must be nowhere to be read, in whatever form.
public record Canary(String secret) {

    /// As it is, as JSON would have it, in base64 and percent-encoded.
    public List<String> forms() {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String json = Json.write(secret);
        String percent = percentEncoded();
        return List.of(secret, json.substring(1, json.length() - 1), Base64.getEncoder().encodeToString(bytes).replace("=", ""),
                percent, percent.toLowerCase(Locale.ROOT));
    }

    public String percentEncoded() {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// @param where what was searched, for the message
    public void assertAbsent(Collection<String> said, String where) {
        assertFalse(said.isEmpty(), where);
        for (String form : forms()) {
            for (String one : said) assertFalse(one.contains(form), () -> form + " " + where + ": " + one);
        }
    }
}
