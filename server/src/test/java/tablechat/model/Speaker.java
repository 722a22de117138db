package tablechat.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tablechat.model.http.Http;
import tablechat.model.http.Limits;
import tablechat.testing.StubProvider;

/// The providers, each set up to ask a stub.
enum Speaker {
    OPENAI(new OpenAi()),
    ANTHROPIC(new Anthropic(null)),
    GEMINI(new Gemini()),
    OLLAMA(new Ollama());

    static final String KEY = "secret-4711-never-shown";
    static final Limits PATIENT = limits(20_000, 60_000);
    static final Limits HASTY = limits(700, 1_500);
    /// Once something came.
    static final Limits SOON_HASTY = new Limits(PATIENT.connect(), PATIENT.first(), HASTY.idle(), PATIENT.whole());

    final Provider provider;

    Speaker(Provider provider) {
        this.provider = provider;
    }

    private static Limits limits(int idleMillis, int wholeMillis) {
        Duration idle = Duration.ofMillis(idleMillis);
        return new Limits(Duration.ofSeconds(5), idle, idle, Duration.ofMillis(wholeMillis));
    }

    /// Whether it speaks as OpenAI does.
    boolean isCompatible() {
        return this == OPENAI || this == OLLAMA;
    }

    Model asks(StubProvider stub) {
        return asks(stub.url(), PATIENT);
    }

    Model asks(String url, Limits limits) {
        return asks(url, limits, "some-model");
    }

    Model asks(String url, Limits limits, String name) {
        var settings = Map.of(provider.keyVariable(), KEY, provider.urlVariable(), url);
        var setup = new Setup(List.of(provider), settings::get, new Http(limits), Map.of());
        return setup.model(provider, name);
    }
}
