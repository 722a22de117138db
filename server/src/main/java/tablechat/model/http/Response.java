package tablechat.model.http;

/// An answer whose head came. Closing it gives the connection back where it can be used again, and hangs up where it cannot: the
/// provider then stops, too.
record Response(Http http, Line line, Head head, Body body) implements AutoCloseable {

    @Override
    public void close() {
        line.rest();
        boolean stays = head.minor() > 0 && !head.value("Connection").contains("close");
        if (stays && body.isWhole()) http.keep(line);
        else line.close();
    }
}
