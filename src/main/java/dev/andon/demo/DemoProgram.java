package dev.andon.demo;

import java.io.IOException;

import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.embedding.InProcessEmbedder;
import dev.andon.images.DirectoryImageStore;
import dev.andon.images.ImageLoader;
import dev.andon.metrics.Recorder;
import dev.andon.topology.InspectApplication;
import dev.andon.topology.StartException;
import dev.andon.vlm.OpenAiSampler;

/** The application that decides, as {@code andon run} puts it together. */
final class DemoProgram implements AutoCloseable {

    private final OpenAiSampler sampler;
    private final InProcessEmbedder embedder;
    private final InspectApplication application;

    private DemoProgram(OpenAiSampler sampler, InProcessEmbedder embedder, InspectApplication application) {
        this.sampler = sampler;
        this.embedder = embedder;
        this.application = application;
    }

    static DemoProgram start(AndonConfig config, Codecs codecs, Recorder recorder)
            throws IOException, InterruptedException {
        OpenAiSampler sampler = OpenAiSampler.create(config.vlm(), recorder);
        InProcessEmbedder embedder = InProcessEmbedder.load();
        ImageLoader loader = new ImageLoader(config.images().allowedRoots(), config.images().maxBytes().bytes(),
                config.images().maxPixels());
        try {
            return new DemoProgram(sampler, embedder, InspectApplication.start(config, new InspectApplication.Parts(
                    codecs, loader, new DirectoryImageStore(config.images().store()), sampler, embedder, recorder,
                    true)));
        } catch (StartException e) {
            sampler.close();
            embedder.close();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        sampler.close();
        embedder.close();
    }
}
