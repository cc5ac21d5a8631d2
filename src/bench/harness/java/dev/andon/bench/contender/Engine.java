package dev.andon.bench.contender;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import dev.andon.app.Wiring;
import dev.andon.bench.work.Job;
import dev.andon.config.AndonConfig;
import dev.andon.topology.InspectApplication;
import dev.andon.topology.InspectApplication.Parts;
import dev.andon.topology.StartException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The program's own engine and parts, but for one that costs nothing here. */
final class Engine {

    private Engine() {}

    /**
     * Works until the process is ended.
     *
     * @param args file of the job; {@code sampler} or {@code embedder}: which part is one that costs nothing
     */
    public static void main(String[] args) throws IOException, StartException, InterruptedException {
        AndonConfig config = Job.read(args[0]).config();
        CountDownLatch ended = new CountDownLatch(1);
        Wiring wiring = Wiring.of(config, new SimpleMeterRegistry(), true);
        InspectApplication application = InspectApplication.start(config, parts(wiring.parts(), args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(application::close));
        ended.await();
    }

    private static Parts parts(Parts given, String free) {
        return switch (free) {
            case "sampler" -> new Parts(given.codecs(), given.loader(), given.store(), new InstantSampler(),
                    given.embedder(), given.recorder(), given.simulated());
            case "embedder" -> new Parts(given.codecs(), given.loader(), given.store(), given.sampler(),
                    new InstantEmbedder(), given.recorder(), given.simulated());
            default -> throw new IllegalArgumentException("no part: " + free);
        };
    }
}
