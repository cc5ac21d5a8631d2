package dev.andon.config;

import java.util.Map;

import dev.andon.core.decision.KeptSample;

/**
 * Everything that can be configured. Policies of lines are not part of it: they are events.
 *
 * @param kafka       settings of every Kafka client, passed through unchanged; {@code bootstrap.servers} at least
 * @param application name, state and threads of the stream processors
 * @param topics      names and provisioning
 * @param registry    the schema registry
 * @param vlm         the server of the vision-language model
 * @param embedding   what turns captions into vectors
 * @param images      limits and stores of images
 * @param inspect     the application that decides
 * @param review      the application that learns from verdicts
 * @param shadow      the application that tries candidates out
 * @param ingest      cameras
 * @param server      health and metrics over HTTP
 */
public record AndonConfig(
        Map<String, String> kafka,
        ApplicationConfig application,
        TopicsConfig topics,
        RegistryConfig registry,
        VlmConfig vlm,
        EmbeddingConfig embedding,
        ImagesConfig images,
        InspectConfig inspect,
        ReviewConfig review,
        ShadowConfig shadow,
        IngestConfig ingest,
        ServerConfig server) {

    public AndonConfig {
        kafka = Map.copyOf(kafka);
    }

    /** The same with other images. */
    public AndonConfig with(ImagesConfig others) {
        return new AndonConfig(kafka, application, topics, registry, vlm, embedding, others, inspect, review, shadow,
                ingest, server);
    }

    /** The accepted frames whose images are kept for replays. */
    public KeptSample keptSample() {
        return new KeptSample(inspect.lotSalt(), images.retention().acceptedShare());
    }
}
