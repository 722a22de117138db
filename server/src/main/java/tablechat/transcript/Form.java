package tablechat.transcript;

/// What a session can be written down as.
public enum Form {
    /// Everything, so that it can be imported.
    JSON("json"),
    MARKDOWN("md"),
    HTML("html");

    private final String ending;

    Form(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    Document document() {
        return switch (this) {
            case JSON -> new JsonDocument();
            case MARKDOWN -> new MarkdownDocument();
            case HTML -> new HtmlDocument();
        };
    }
}
