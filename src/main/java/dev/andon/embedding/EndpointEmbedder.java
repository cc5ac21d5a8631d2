package dev.andon.embedding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.andon.config.EmbeddingConfig;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Embeddings;
import dev.andon.core.uncertainty.Languages;
import dev.andon.http.Ambience;
import dev.andon.http.CallResult.Answered;
import dev.andon.http.CallResult.GaveUp;
import dev.andon.http.PatientCaller;
import dev.andon.http.Subject;
import dev.andon.metrics.Recorder;

/**
 * Asks servers that speak OpenAI embeddings; all texts of a call go in one request. Any thread; blocks, so call it on
 * virtual threads, where an interrupt ends a request at once.
 *
 * <p>Calls take their places in the order in which they come. Lines need no turns here: frames that have a place in the
 * window took turns for that, and each makes one call at a time.
 */
public final class EndpointEmbedder implements Embedder, AutoCloseable {

    private static final LineId ALL_LINES = new LineId("embedding");

    private final EmbeddingConfig config;
    private final PatientCaller<VectorList> caller;

    private EndpointEmbedder(EmbeddingConfig config, PatientCaller<VectorList> caller) {
        this.config = config;
        this.caller = caller;
    }

    /**
     * A client of the configured servers.
     *
     * @throws IllegalArgumentException if an address is none of HTTP, or the key cannot be read
     */
    public static EndpointEmbedder create(EmbeddingConfig config, Recorder recorder) {
        return create(config, recorder, Ambience.real());
    }

    static EndpointEmbedder create(EmbeddingConfig config, Recorder recorder, Ambience ambience) {
        return new EndpointEmbedder(config, EmbeddingService.caller(config, ambience, recorder));
    }

    @Override
    public String name() {
        return config.model();
    }

    @Override
    public boolean knows(String language) {
        return Languages.name(config.languages(), language);
    }

    @Override
    public Map<String, ServerState> servers() {
        return caller.servers();
    }

    @Override
    public Embeddings embed(List<String> texts, Instant deadline) throws InterruptedException {
        Texts.refuseBlank(texts);
        return switch (caller.call(subject(texts), EmbeddingRequest.of(config.model(), texts), deadline)) {
            case Answered<VectorList> answered -> answered.answer().of(texts.size());
            case GaveUp<VectorList> gaveUp -> new Embeddings.Unavailable(gaveUp.failure().detail());
        };
    }

    private static Subject subject(List<String> texts) {
        byte[] all = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
        return new Subject(ALL_LINES, new FrameId(Sha256.hex(all)));
    }

    /** Ends the calls under way and closes the connections. */
    @Override
    public void close() {
        caller.close();
    }

    /** The servers' addresses alone. */
    @Override
    public String toString() {
        return "EndpointEmbedder of " + caller;
    }
}
