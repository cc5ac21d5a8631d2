package dev.andon.cli;

import java.io.IOException;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.ImagesConfig;
import dev.andon.embedding.InProcessEmbedder;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageLoader;
import dev.andon.metrics.Recorder;
import dev.andon.topology.InspectApplication;
import dev.andon.vlm.OpenAiSampler;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** The parts of the application that decides, made from the configuration. Any thread. */
final class Wiring implements AutoCloseable {

    private final Codecs codecs;
    private final OpenAiSampler sampler;
    private final @Nullable InProcessEmbedder embedder;
    private final InspectApplication.Parts parts;

    private Wiring(AndonConfig config, Recorder recorder, Codecs codecs, OpenAiSampler sampler,
            @Nullable InProcessEmbedder embedder) {
        this.codecs = codecs;
        this.sampler = sampler;
        this.embedder = embedder;
        ImagesConfig images = config.images();
        ImageLoader loader = new ImageLoader(images.allowedRoots(), images.maxBytes().bytes(), images.maxPixels());
        this.parts = new InspectApplication.Parts(codecs, loader, new DirectoryImageStore(images.store()), sampler,
                embedder, recorder, false);
    }

    /** @throws IOException if the sentence model cannot be loaded */
    static Wiring of(AndonConfig config, MeterRegistry metrics) throws IOException {
        InProcessEmbedder embedder = switch (config.embedding().kind()) {
            case IN_PROCESS -> InProcessEmbedder.load();
            case NONE -> null;
        };
        Recorder recorder = new Recorder(metrics);
        return new Wiring(config, recorder, Registry.codecs(config), OpenAiSampler.create(config.vlm(), recorder),
                embedder);
    }

    InspectApplication.Parts parts() {
        return parts;
    }

    @Override
    public void close() {
        sampler.close();
        codecs.close();
        if (embedder != null) {
            embedder.close();
        }
    }
}
