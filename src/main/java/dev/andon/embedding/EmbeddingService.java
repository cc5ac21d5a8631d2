package dev.andon.embedding;

import dev.andon.config.EmbeddingConfig;
import dev.andon.http.Ambience;
import dev.andon.http.CallMetrics;
import dev.andon.http.PatientCaller;
import dev.andon.http.ServerSettings;
import dev.andon.http.Service;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;

/** Embeddings at the configured servers. */
final class EmbeddingService {

    /** A response beyond this many bytes is not read: twenty vectors of 8,192 numbers have fewer. */
    static final long MAX_BODY = 4L << 20;

    /**
     * Not patient: the samples of a frame are paid for, and the frames behind it on its line wait. While the servers
     * fail it goes to a person at once.
     */
    private static final Service SERVICE = new Service("embeddings", "embedding", "the embeddings server", "embedding",
            "embedding.model",
            "check embedding.model, and whether the server takes several texts in one request with encoding_format float",
            "raise the server's limit, or let the recipe's maxTokens keep captions short", MAX_BODY, false);

    private static final CallMetrics METRICS = new CallMetrics(MetricNames.EMBEDDING_CALLS,
            MetricNames.EMBEDDING_RETRIES, MetricNames.EMBEDDING_LATENCY, MetricNames.EMBEDDING_SENT,
            MetricNames.EMBEDDING_CALLS_ACTIVE, MetricNames.EMBEDDING_CALLS_LIMIT, MetricNames.EMBEDDING_CALLS_WAITING,
            MetricNames.EMBEDDING_BREAKER);

    private EmbeddingService() {}

    static PatientCaller<VectorList> caller(EmbeddingConfig config, Ambience ambience, Recorder recorder) {
        return new PatientCaller<>(
                config.addresses().stream().map(address -> ServerSettings.of(SERVICE, config, address)).toList(),
                line -> 1, VectorList::read, METRICS, ambience, recorder);
    }
}
