package tablechat.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a client takes of the codings we have, by RFC 9110, section 12.5.3.
final class AcceptEncoding {
    private static final Pattern CODING = Pattern.compile("([^\\s;]+)\\s*(?:;\\s*[qQ]\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*)?");
    private static final double UNSAID = -1;

    private AcceptEncoding() {}

    /// Whether gzip is taken, and as gladly as the plain bytes.
    ///
    /// @param codings the header's list, blanks around each aside; what is malformed in it says nothing
    static boolean prefersGzip(List<String> codings) {
        double others = weight(codings, "*");
        double gzip = Math.max(weight(codings, "gzip"), weight(codings, "x-gzip"));
        double plain = weight(codings, "identity");
        double taken = gzip == UNSAID ? others : gzip;
        return taken > 0 && taken >= plain;
    }

    private static double weight(List<String> codings, String name) {
        for (String coding : codings) {
            Matcher matcher = CODING.matcher(coding);
            if (!matcher.matches() || !matcher.group(1).toLowerCase(Locale.ROOT).equals(name)) continue;
            return matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
        }
        return UNSAID;
    }
}
