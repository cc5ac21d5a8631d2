package dev.andon.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.andon.chaos.feed.Feed;
import dev.andon.chaos.feed.FeedSettings;
import dev.andon.chaos.plant.Plant;
import dev.andon.chaos.plant.PlantSettings;
import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.schedule.Planner;
import dev.andon.chaos.verify.Failovers;
import dev.andon.chaos.verify.Verification;
import dev.andon.chaos.verify.Watch;
import dev.andon.demo.DemoLog;
import dev.andon.demo.StopSignal;

/** Starts everything, breaks it by plan while it works, waits until it has recovered, and verifies. One thread. */
final class Chaos {

    private static final Duration STALLED = Duration.ofSeconds(90);
    private static final Duration FEED_LIMIT = Duration.ofMinutes(2);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ChaosOptions options;
    private final StopSignal stop;
    private final PrintStream news;
    private final Chronicle record = new Chronicle();

    /** @param news for people, while it runs */
    Chaos(ChaosOptions options, StopSignal stop, PrintStream news) {
        this.options = options;
        this.stop = stop;
        this.news = news;
    }

    /** What will be done. */
    static Plan plan(ChaosOptions options) {
        return Planner.plan(options.seed(), options.profile().bounds(options.length(), VlmFaults.names()));
    }

    /**
     * Runs.
     *
     * @return empty if somebody ended it
     * @throws IOException if something could not be started that everything rests on
     */
    Optional<Report> run(Path directory) throws IOException, InterruptedException {
        Profile profile = options.profile();
        news.println("Starting " + profile.brokers() + " broker(s), schema registry and SIMULATED model in "
                + directory);
        try (DemoLog _ = DemoLog.to(directory.resolve("chaos.log"));
                Plant plant = Plant.start(new PlantSettings(directory, options.program(), profile.brokers(),
                        profile.mostInstances(), profile.partitions(), options.groupProtocol(), options.seed()));
                Watch watch = Watch.start(plant.config());
                Feed feed = Feed.start(plant.config(), new FeedSettings(options.seed(), profile.lines(),
                        options.framesPerSecond(), directory.resolve("files")))) {
            return within(plant, watch, feed);
        }
    }

    private Optional<Report> within(Plant plant, Watch watch, Feed feed) throws IOException, InterruptedException {
        Plan plan = plan(options);
        try (Crew crew = new Crew(plant, record, news)) {
            for (int index = 0; index < options.profile().firstInstances(); index++) {
                crew.startProcessor(index);
            }
            awaitFirstDecisions(watch);
            news.println("It works; now it is broken for " + options.length().toSeconds() + " s");
            new Director(crew, feed.policies(), record, stop, news, options.seed(),
                    options.profile().firstInstances()).run(plan);
            if (stop.requested()) {
                return Optional.empty();
            }
            boolean quiet = quiet(crew, watch, feed);
            crew.finish();
            Verification verification = Verification.of(plant.config(), feed.journal(), feed.policies().issued());
            return Optional.of(new Report(options, plan, record.kills(), record.actions(),
                    record.endedByThemselves(), record.troubles(), quiet, verification,
                    Failovers.of(record.outages(), watch)));
        }
    }

    /** Kills are to hit work, not a start. */
    private void awaitFirstDecisions(Watch watch) throws IOException, InterruptedException {
        Instant start = Instant.now();
        while (watch.decided() < options.profile().lines() && !stop.requested()) {
            if (Duration.between(start, Instant.now()).compareTo(STALLED) > 0) {
                throw new IOException("no decisions within " + STALLED.toSeconds()
                        + " s of the start: see the logs of the processors");
            }
            stop.await(TICK);
        }
    }

    /** Ends the cameras and waits for the last results, while dead processors are still started again. */
    private boolean quiet(Crew crew, Watch watch, Feed feed) throws InterruptedException {
        crew.repairVlm();
        feed.stop(FEED_LIMIT);
        news.println("Everything is up again and the cameras have stopped: " + watch.decided() + " of "
                + feed.journal().due() + " frames are decided; waiting for the rest");
        boolean quiet;
        Thread supervisor = Thread.ofVirtual().start(() -> supervise(crew));
        try {
            quiet = watch.awaitQuiet(feed.journal(), STALLED);
        } finally {
            supervisor.interrupt();
            supervisor.join();
        }
        if (!quiet) {
            news.println("No new decision for " + STALLED.toSeconds() + " s, and " + watch.decided() + " of "
                    + feed.journal().due() + " frames are decided: it does not come to rest");
        }
        return quiet;
    }

    private static void supervise(Crew crew) {
        try {
            while (true) {
                Thread.sleep(TICK);
                crew.supervise();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A directory for a run that nobody wants to look at if all goes well. */
    static Path temporary() throws IOException {
        return Files.createTempDirectory("andon-chaos-");
    }
}
