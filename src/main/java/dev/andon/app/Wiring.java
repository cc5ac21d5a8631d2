package dev.andon.app;

import java.io.IOException;

import dev.andon.avro.Codecs;
import dev.andon.avro.RegistryAccess;
import dev.andon.config.AndonConfig;
import dev.andon.config.ImagesConfig;
import dev.andon.config.RegistryConfig;
import dev.andon.embedding.InProcessEmbedder;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageAccess;
import dev.andon.images.ImageLoader;
import dev.andon.metrics.Recorder;
import dev.andon.topology.InspectApplication;
import dev.andon.vlm.OpenAiSampler;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** The parts of the application that decides, made from the configuration and closed together. Any thread. */
public final class Wiring implements AutoCloseable {

    private final Codecs codecs;
    private final OpenAiSampler sampler;
    private final @Nullable InProcessEmbedder embedder;
    private final ImageLoader loader;
    private final InspectApplication.Parts parts;

    private Wiring(AndonConfig config, Recorder recorder, Codecs codecs, OpenAiSampler sampler,
            @Nullable InProcessEmbedder embedder, boolean simulated) {
        this.codecs = codecs;
        this.sampler = sampler;
        this.embedder = embedder;
        ImagesConfig images = config.images();
        ImageAccess access = new ImageAccess(images.allowedRoots(), images.allowedHosts(), images.allowedPrivateHosts(),
                images.fetchTimeout());
        this.loader = new ImageLoader(access, images.maxBytes().bytes(), images.maxPixels());
        this.parts = new InspectApplication.Parts(codecs, loader, new DirectoryImageStore(images.store()), sampler,
                embedder, recorder, simulated);
    }

    /**
     * Makes the parts.
     *
     * @param simulated marks every inspection as simulated
     * @throws IOException if the sentence model cannot be loaded
     */
    public static Wiring of(AndonConfig config, MeterRegistry metrics, boolean simulated) throws IOException {
        InProcessEmbedder embedder = switch (config.embedding().kind()) {
            case IN_PROCESS -> InProcessEmbedder.load();
            case NONE -> null;
        };
        Recorder recorder = new Recorder(metrics);
        return new Wiring(config, recorder, codecs(config), OpenAiSampler.create(config.vlm(), recorder), embedder,
                simulated);
    }

    /** Codecs on the configured registry. Does not call it yet. */
    public static Codecs codecs(AndonConfig config) {
        RegistryConfig registry = config.registry();
        return Codecs.connect(new RegistryAccess(registry.urls(), registry.timeout(), registry.properties()));
    }

    public InspectApplication.Parts parts() {
        return parts;
    }

    @Override
    public void close() {
        sampler.close();
        loader.close();
        codecs.close();
        if (embedder != null) {
            embedder.close();
        }
    }
}
