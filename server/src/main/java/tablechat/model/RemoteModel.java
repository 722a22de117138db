package tablechat.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import tablechat.model.http.Broken;
import tablechat.model.http.Exchange;
import tablechat.model.http.Http;
import tablechat.model.http.Stopped;
import tablechat.model.http.Trouble;
import tablechat.protocol.ModelInfo;

/// A provider's model, asked over HTTP on the thread that asks. langchain4j and its
/// many classes are loaded by the first ask, so that a start does not wait for them.
final class RemoteModel implements Model {
    private static final System.Logger LOG = System.getLogger(RemoteModel.class.getName());

    private final Provider provider;
    private final String name;
    private final Access access;
    private final Http http;

    RemoteModel(Provider provider, String name, Access access, Http http) {
        this.provider = provider;
        this.name = name;
        this.access = access;
        this.http = http;
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo(provider.name(), name, false, null);
    }

    @Override
    public Reply ask(Prompt prompt, Listener listener) throws ModelFailure, InterruptedException {
        ChatRequest request = Translation.of(prompt);
        for (int attempt = 1; ; attempt++) {
            Exchange exchange = http.exchange();
            var hearing = new Hearing(listener, exchange);
            try {
                provider.connect(access, name, exchange.builder()).chat(request, hearing);
                return hearing.reply(prompt, provider);
            } catch (Stopped e) {
                throw new InterruptedException();
            } catch (Broken e) {
                pause(e.trouble(), hearing.heardAnything() ? Retry.NEVER : attempt);
            }
        }
    }

    /// Waits until it makes sense to try again.
    ///
    /// @throws ModelFailure it makes none
    private void pause(Trouble trouble, int attempt) throws ModelFailure, InterruptedException {
        Duration pause = Retry.after(trouble, attempt);
        String next = pause == null ? "given up" : "trying again";
        LOG.log(Level.INFO, "{0}/{1} failed ({2}), {3}", provider.name(), name, kind(trouble), next);
        if (pause == null) throw new ModelFailure(new Explanation(provider, name, access).of(trouble));
        Thread.sleep(pause);
    }

    /// Without what the provider said.
    private static String kind(Trouble trouble) {
        return trouble instanceof Trouble.Status(int status, _, _, _) ? "status " + status : trouble.getClass().getSimpleName();
    }
}
