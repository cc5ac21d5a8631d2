package dev.andon.vlm;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import dev.andon.config.VlmConfig;
import dev.andon.http.Ambience;
import dev.andon.metrics.Recorder;

/** Samplers for the tests of other packages: real HTTP, the test's time. */
public final class TestSamplers {

    private TestSamplers() {}

    /**
     * A sampler that makes three attempts and asks for JSON of a schema.
     *
     * @param callTimeout in real time
     * @param choices     asked for in one request
     * @param sleep       what happens instead of pauses
     */
    public static OpenAiSampler of(URI server, Duration callTimeout, int choices, Recorder recorder,
            InstantSource clock, Consumer<Duration> sleep) {
        VlmConfig quick = Configs.choices(Configs.callTimeout(Configs.of(server), callTimeout), choices);
        VlmConfig config = Configs.output(quick, VlmConfig.StructuredOutput.JSON_SCHEMA);
        return OpenAiSampler.create(config, recorder,
                new Ambience(clock, new SplittableRandom(7), sleep::accept));
    }
}
