package dev.andon.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import dev.andon.app.StopSignal;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.chaos.clients.Follower;
import dev.andon.chaos.feed.Feed;
import dev.andon.chaos.feed.FeedSettings;
import dev.andon.chaos.feed.Journal;
import dev.andon.chaos.jury.Jury;
import dev.andon.chaos.jury.Said;
import dev.andon.chaos.plant.Plant;
import dev.andon.chaos.plant.PlantSettings;
import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.schedule.Planner;
import dev.andon.chaos.verify.Failovers;
import dev.andon.chaos.verify.Sent;
import dev.andon.chaos.verify.Verification;
import dev.andon.chaos.verify.Watch;
import dev.andon.config.TopicsConfig;
import dev.andon.demo.DemoLog;

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
                Codecs codecs = Wiring.codecs(plant.config());
                Feed feed = Feed.start(plant.config(), new FeedSettings(options.seed(), profile.lines(),
                        options.framesPerSecond(), directory.resolve("files")));
                Jury jury = Jury.summon(plant.config(), codecs, feed.policies()::labels, options.seed())) {
            TopicsConfig topics = plant.config().topics();
            Watch watch = new Watch(topics, codecs, InstantSource.system());
            try (Follower _ = Follower.start(plant.config(), Watch.topics(topics), List.of(jury, watch))) {
                return within(plant, watch, feed, jury);
            }
        }
    }

    private Optional<Report> within(Plant plant, Watch watch, Feed feed, Jury jury)
            throws IOException, InterruptedException {
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
            boolean quiet = quiet(crew, watch, feed, jury);
            crew.finish();
            Verification verification = Verification.of(plant.config(),
                    new Sent(feed.journal().entries(), feed.policies().issued(), jury.said()));
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
    private boolean quiet(Crew crew, Watch watch, Feed feed, Jury jury) throws InterruptedException {
        crew.repairVlm();
        feed.stop(FEED_LIMIT);
        Thread supervisor = Thread.ofVirtual().start(() -> supervise(crew));
        try {
            boolean decided = decided(watch, feed.journal());
            jury.stop(FEED_LIMIT);
            return counted(watch, jury.said()) && decided;
        } finally {
            supervisor.interrupt();
            supervisor.join();
        }
    }

    private boolean decided(Watch watch, Journal journal) throws InterruptedException {
        news.println("Everything is up again and the cameras have stopped: " + watch.decided() + " of "
                + journal.due() + " frames are decided; waiting for the rest");
        boolean all = watch.awaitQuiet(journal, STALLED);
        if (!all) {
            news.println("No new decision for " + STALLED.toSeconds() + " s, and " + watch.decided() + " of "
                    + journal.due() + " frames are decided: it does not come to rest");
        }
        return all;
    }

    private boolean counted(Watch watch, List<Said> said) throws InterruptedException {
        news.println("The jury has stopped: " + watch.counted(said) + " of " + said.size()
                + " verdicts count; waiting for the rest");
        boolean all = watch.awaitCounted(said, STALLED);
        if (!all) {
            news.println("No verdict more counts for " + STALLED.toSeconds() + " s, and " + watch.counted(said)
                    + " of " + said.size() + " do: it does not come to rest");
        }
        return all;
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
