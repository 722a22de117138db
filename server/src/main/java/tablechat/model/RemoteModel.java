package tablechat.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tablechat.model.http.Broken;
import tablechat.model.http.Exchange;
import tablechat.model.http.Http;
import tablechat.model.http.Rehearsal;
import tablechat.model.http.Stopped;
import tablechat.model.http.Trouble;
import tablechat.protocol.ModelInfo;

/// A provider's model, asked over HTTP on the thread that asks. langchain4j and its
/// many classes are loaded by the first ask, so that a start does not wait for them.
final class RemoteModel implements Model {
    private static final System.Logger LOG = System.getLogger(RemoteModel.class.getName());

    private static final Prompt REHEARSED = new Prompt("Be brief.", List.of(new PromptMessage.User("Ready?")), List.of(), false);

    private final Provider provider;
    private final String name;
    private final Access access;
    private final Http http;
    private final Explanation explanation;
    private final Health health;
    /// What this server has refused; it is not sent again.
    private final Set<Spare> refused = ConcurrentHashMap.newKeySet();

    RemoteModel(Provider provider, String name, Access access, Http http, Look look) {
        this.provider = provider;
        this.name = name;
        this.access = access;
        this.http = http;
        explanation = new Explanation(provider, name, access);
        health = new Health(explanation, look, name);
    }

    @Override
    public ModelInfo info() {
        return new ModelInfo(provider.name(), name, false, health.error());
    }

    @Override
    public void rehearse() {
        http.prepare(access.url());
        provider.ask(Translation.of(REHEARSED), access, name, new Rehearsal(provider.example()).builder(), Unheard.NOBODY.handler());
    }

    @Override
    public Reply ask(Prompt prompt, Listener listener) throws ModelFailure, InterruptedException {
        ChatRequest request = Translation.of(prompt);
        int attempt = 1;
        while (true) {
            Set<Spare> leftOut = Set.copyOf(refused);
            Exchange exchange = http.exchange(body -> Spare.strip(provider.sendable(body), leftOut), provider::readable, listener);
            var hearing = new Hearing(listener, exchange);
            try {
                provider.ask(request, access, name, exchange.builder(), hearing.handler());
                Reply reply = hearing.reply(prompt, provider);
                health.answered();
                return reply;
            } catch (Stopped e) {
                hearing.flush();
                throw new InterruptedException();
            } catch (Broken e) {
                hearing.flush();
                Spare spare = Spare.refused(e.trouble());
                if (spare != null && !leftOut.contains(spare)) {
                    refused.add(spare);
                    if (listener.mayAskAgain()) continue;
                }
                pause(e.trouble(), hearing.heardAnything() ? Retry.NEVER : attempt++, listener);
            }
        }
    }

    /// Waits until it makes sense to try again.
    ///
    /// @throws ModelFailure it makes none
    private void pause(Trouble trouble, int attempt, Listener listener) throws ModelFailure, InterruptedException {
        Duration pause = Retry.after(trouble, attempt);
        boolean again = pause != null && listener.mayAskAgain();
        LOG.log(Level.INFO, "{0}/{1} failed ({2}), {3}", provider.name(), name, kind(trouble), again ? "trying again" : "given up");
        if (!again) throw failure(trouble);
        Thread.sleep(pause);
    }

    private ModelFailure failure(Trouble trouble) {
        String sentence = explanation.of(trouble);
        health.failed(trouble, sentence);
        return new ModelFailure(sentence);
    }

    /// Without what the provider said.
    private static String kind(Trouble trouble) {
        return trouble instanceof Trouble.Status(int status, _, _, _) ? "status " + status : trouble.getClass().getSimpleName();
    }
}
