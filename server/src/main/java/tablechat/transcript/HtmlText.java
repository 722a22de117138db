package tablechat.transcript;

/// Plain text in HTML, between tags or in a quoted attribute.
final class HtmlText {
    private HtmlText() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;")
                .replace("\u0000", "\ufffd");
    }
}
