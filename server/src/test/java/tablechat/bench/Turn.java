package tablechat.bench;

import java.io.IOException;
import java.util.Map;

/// Questions in sessions of their own, which are named, so that no model is asked for a title.
final class Turn {
    private static final int FEW_TOKENS = 5;
    private static final int PAUSE_MILLISECONDS = 5;

    private Turn() {}

    static void begin(LightClient client) throws IOException {
        client.send(Map.of("type", "session.create", "title", "Bench"), "session.created");
    }

    static Map<String, String> question(int tokens, int everyMs) {
        return Map.of("type", "message.send", "text", Provider.question(tokens, everyMs));
    }

    /// From the sent question to the first token that comes, without what the provider took for it. The commit is in it.
    static double firstTokenMs(LightClient client, Provider provider) throws IOException {
        begin(client);
        long start = System.nanoTime();
        client.send(question(FEW_TOKENS, PAUSE_MILLISECONDS), "token");
        long took = System.nanoTime() - start;
        client.await("turn.finished");
        return (took - provider.ownNanos()) / 1e6;
    }

    /// The whole of it: question, answer, end.
    ///
    /// @return how long it took, in seconds
    static double whole(LightClient client, int tokens) throws IOException {
        begin(client);
        long start = System.nanoTime();
        client.send(question(tokens, 0));
        int came = client.tokens();
        if (came == 0) throw new IOException("no token came");
        return (System.nanoTime() - start) / 1e9;
    }
}
