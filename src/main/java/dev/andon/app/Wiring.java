package dev.andon.app;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.andon.avro.Codecs;
import dev.andon.avro.RegistryAccess;
import dev.andon.config.AndonConfig;
import dev.andon.config.EmbeddingConfig;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RegistryConfig;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.embedding.CachedEmbedder;
import dev.andon.embedding.EndpointEmbedder;
import dev.andon.embedding.InProcessEmbedder;
import dev.andon.images.ImageAccess;
import dev.andon.images.ImageLoader;
import dev.andon.images.StoredImages;
import dev.andon.metrics.Recorder;
import dev.andon.ops.Condition;
import dev.andon.topology.InspectApplication;
import dev.andon.vlm.OpenAiSampler;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** The parts of the application that decides, made from the configuration and closed together. Any thread. */
public final class Wiring implements AutoCloseable {

    private final Opened opened;
    private final InspectApplication.Parts parts;

    private Wiring(Opened opened, InspectApplication.Parts parts) {
        this.opened = opened;
        this.parts = parts;
    }

    /**
     * Makes the parts. Where one cannot be made, those before it are closed.
     *
     * @param simulated marks every inspection as simulated
     * @throws IOException              if the sentence model cannot be loaded
     * @throws IllegalArgumentException if the address or key of a server is none
     */
    public static Wiring of(AndonConfig config, MeterRegistry metrics, boolean simulated) throws IOException {
        try (Opened opened = new Opened()) {
            InspectApplication.Parts parts = parts(config, new Recorder(metrics), simulated, opened);
            return new Wiring(opened.handOver(), parts);
        }
    }

    private static InspectApplication.Parts parts(AndonConfig config, Recorder recorder, boolean simulated,
            Opened opened) throws IOException {
        Embedder embedder = remembering(embedder(config.embedding(), recorder, opened), config.embedding(), recorder);
        Codecs codecs = codecs(config);
        opened.add(codecs::close);
        ImageHome images = ImageHome.of(config.images());
        opened.add(images::close);
        ImageLoader loader = loader(config.images(), images.stored());
        opened.add(loader::close);
        OpenAiSampler sampler = OpenAiSampler.create(config.vlm(), recorder);
        opened.add(sampler::close);
        return new InspectApplication.Parts(codecs, loader, images.store(), sampler, embedder, recorder, simulated);
    }

    private static @Nullable Embedder embedder(EmbeddingConfig config, Recorder recorder, Opened opened)
            throws IOException {
        return switch (config.kind()) {
            case IN_PROCESS -> {
                InProcessEmbedder model = InProcessEmbedder.load();
                opened.add(model::close);
                yield model;
            }
            case ENDPOINT -> {
                EndpointEmbedder client = EndpointEmbedder.create(config, recorder);
                opened.add(client::close);
                yield client;
            }
            case NONE -> null;
        };
    }

    private static @Nullable Embedder remembering(@Nullable Embedder embedder, EmbeddingConfig config,
            Recorder recorder) {
        return embedder == null || config.cacheCaptions() == 0
                ? embedder
                : new CachedEmbedder(embedder, config.cacheCaptions(), recorder);
    }

    private static ImageLoader loader(ImagesConfig images, StoredImages stored) {
        return new ImageLoader(access(images), stored, images.maxBytes().bytes(), images.maxPixels());
    }

    /** Reads images as the applications do, those of the installation's own store included. */
    public static ImageLoader reader(ImagesConfig images, ImageHome home) {
        return loader(images.readingItsStore(), home.stored());
    }

    /** Where frames may point to. */
    public static ImageAccess access(ImagesConfig images) {
        return new ImageAccess(images.allowedRoots(), images.allowedHosts(), images.allowedPrivateHosts(),
                images.fetchTimeout());
    }

    /** Codecs on the configured registry. Does not call it yet. */
    public static Codecs codecs(AndonConfig config) {
        RegistryConfig registry = config.registry();
        return Codecs.connect(new RegistryAccess(registry.urls(), registry.timeout(), registry.properties()));
    }

    public InspectApplication.Parts parts() {
        return parts;
    }

    /** How everything is that the applications call, by its name. */
    public Map<String, Supplier<Condition>> conditions() {
        Map<String, Supplier<Condition>> conditions = new LinkedHashMap<>();
        conditions.put("vlm", () -> Conditions.servers(parts.sampler().servers()));
        conditions.put("registry", () -> Conditions.registry(parts.codecs().registryAway()));
        Embedder embedder = parts.embedder();
        if (embedder != null && !embedder.servers().isEmpty()) {
            conditions.put("embedding", () -> Conditions.servers(embedder.servers()));
        }
        return conditions;
    }

    @Override
    public void close() {
        opened.close();
    }
}
