package dev.andon.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.andon.app.StopSignal;
import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.replay.reask.Copying;
import dev.andon.replay.reask.Cursors;
import dev.andon.replay.reask.Estimate;
import dev.andon.replay.reask.Selection;
import dev.andon.topology.InspectApplication;
import dev.andon.topology.StartException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * A replay that asks again: from what is wanted to the last decision. One thread.
 *
 * <pre>
 *   new ──▶ begun ──▶ copying, while the application decides ──▶ all copied ──▶ all decided
 *             ▲                       │                              │
 *             └────── killed, or told to pause: the same command ────┘
 * </pre>
 *
 * It is over when as many frames are decided as were copied: a decision is committed with the offset of its frame and the
 * end of its entry in the ledger, so nothing is in flight then. The offsets of the group alone would not tell, since the
 * marks of transactions take offsets too.
 */
final class AskAgain implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);

    /** Frames ahead of the decisions: what a few seconds bring, and enough to keep the application busy. */
    private static final double LEAD_SECONDS = 10;
    private static final int LEAST_LEAD = 8;

    /** Hears how a replay gets on. */
    interface Progress {

        /**
         * Some time has passed.
         *
         * @param toCopy frames that are still to be copied
         */
        void at(long decided, long copied, long toCopy);
    }

    private final AndonConfig live;
    private final ReplaySite site;
    private final Codecs codecs;
    private final Consumer<byte[], byte[]> reader;
    private final Consumer<byte[], byte[]> group;
    private final Selection selection;
    private final Map<String, LinePolicy> policies;
    private final boolean goesOn;
    private final Cursors start;
    private long lost;

    private AskAgain(AndonConfig live, ReplaySite site, Codecs codecs, Consumer<byte[], byte[]> reader,
            Consumer<byte[], byte[]> group, Wish wish) {
        this.live = live;
        this.site = site;
        this.codecs = codecs;
        this.reader = reader;
        this.group = group;
        String begun = wish.digest();
        Cursors known = site.progress(group);
        this.goesOn = !known.isEmpty();
        if (known.beganOtherwise(begun)) {
            throw CommandFailure.misused("the replay " + wish.name() + " was begun with other options or another"
                    + " policy file: repeat them, give another name, or drop it with andon replay drop "
                    + wish.name() + " --execute");
        }
        this.start = goesOn ? known : Cursors.atStart(site.ends(reader), begun);
        this.policies = goesOn
                ? new PolicyLog(site.config(), codecs).read()
                : ReplayPolicies.of(live, codecs, wish.policies(), "replay " + wish.name());
        this.selection = select(wish);
    }

    /** Looks at what is wanted and what is there; makes nothing yet. */
    static AskAgain open(AndonConfig live, Codecs codecs, Wish wish) throws InterruptedException {
        ReplaySite site = ReplaySite.of(live, wish.name(), codecs);
        Consumer<byte[], byte[]> reader = Clients.consumer(live);
        Consumer<byte[], byte[]> group = Clients.progress(live, site.id());
        boolean opened = false;
        try {
            AskAgain again = new AskAgain(live, site, codecs, reader, group, wish);
            opened = true;
            return again;
        } finally {
            if (!opened) {
                group.close();
                reader.close();
            }
        }
    }

    private Selection select(Wish wish) {
        FrameOptions wanted = wish.frames();
        RecordedInspections recorded = new RecordedInspections(reader, codecs, live.topics());
        Selection chosen = new Selection(wanted.wanted(), ImagesNow.whereabouts(live, wish.folder(), recorded.frames()),
                policies);
        recorded.each(wanted.history().since(), each -> {
            if (start.includes(each.at())) {
                chosen.add(each);
            }
        });
        return chosen;
    }

    Estimate estimate() {
        return selection.estimate();
    }

    /** By which is asked. */
    Collection<LinePolicy> policies() {
        return policies.values();
    }

    /** Whether it was begun before. */
    boolean goesOn() {
        return goesOn;
    }

    /** Copied before now. */
    long copiedBefore() {
        return start.copied();
    }

    AndonConfig config() {
        return site.config();
    }

    /** Frames whose image turned out to be gone, since this process began. */
    long lost() {
        return lost;
    }

    /**
     * Copies and decides until everything is decided.
     *
     * @param perSecond frames, at most
     * @return whether it is over; false where it was told to pause
     */
    boolean run(StopSignal stop, double perSecond, Progress progress)
            throws IOException, StartException, InterruptedException {
        site.provide();
        try (Producer<byte[], byte[]> producer = Clients.transactions(live, "replay-" + site.name())) {
            producer.initTransactions();
            Cursors cursors = begin(producer);
            try (Wiring wiring = Wiring.of(site.config(), new SimpleMeterRegistry(), true);
                    InspectApplication application = InspectApplication.start(site.config(), wiring.parts());
                    Consumer<byte[], byte[]> results = Clients.consumer(site.config());
                    Consumer<byte[], byte[]> records = Clients.consumer(live)) {
                Copying copying = new Copying(
                        selection.inOrder(live.topics().accepted(), live.topics().humanReview()), cursors,
                        new RecordedFrames(records, codecs), producer, group.groupMetadata(),
                        site.config().topics().frames(), codecs.frames()::encode, perSecond, InstantSource.system());
                return run(stop, copying, new DecidedFrames(results, codecs, site.config().topics()), application,
                        Math.max(LEAST_LEAD, (long) (LEAD_SECONDS * perSecond)), progress);
            }
        } catch (ProducerFencedException e) {
            throw CommandFailure.failed("another process has taken this replay over");
        }
    }

    /** Whoever ran it before can write nothing from here on. */
    private Cursors begin(Producer<byte[], byte[]> producer) {
        Cursors cursors = site.progress(group);
        if (cursors.isEmpty() == goesOn) {
            throw CommandFailure.failed("the replay was begun or dropped by somebody else just now: run it again");
        }
        if (goesOn) {
            return cursors;
        }
        List<LinePolicy> needed = policies.values().stream()
                .filter(policy -> selection.lines().contains(policy.line())).toList();
        site.begin(producer, group, needed, selection.thresholds().under(needed), start);
        return start;
    }

    private boolean run(StopSignal stop, Copying copying, DecidedFrames results, InspectApplication application,
            long lead, Progress progress) throws InterruptedException {
        while (!stop.requested()) {
            long decided = results.look(LOOK);
            progress.at(decided, copying.copied(), copying.left());
            if (copying.left() == 0 && decided >= copying.copied()) {
                return true;
            }
            check(application);
            copying.go(lead - (copying.copied() - decided));
            lost = copying.lost();
        }
        return false;
    }

    private static void check(InspectApplication application) {
        if (application.state() == KafkaStreams.State.ERROR || application.state().hasCompletedShutdown()) {
            String why = application.incurable();
            throw CommandFailure.failed(why == null
                    ? "the application ended by itself; see the log. The same command goes on"
                    : "cannot go on: " + why);
        }
    }

    /**
     * Hands on what was recorded of each frame and what has been decided about it now, those that are decided. The new ones
     * are held in memory, without images.
     */
    void pairs(BiConsumer<Inspection, Inspection> reader) {
        Map<Key, Inspection> renewed = new HashMap<>();
        try (Consumer<byte[], byte[]> results = Clients.consumer(site.config())) {
            new RecordedInspections(results, codecs, site.config().topics()).each(null,
                    each -> renewed.put(Key.of(each.inspection()), each.inspection()));
        }
        new RecordedInspections(this.reader, codecs, live.topics()).each(null, each -> {
            Inspection now = start.includes(each.at()) && selection.matches(each.inspection())
                    ? renewed.remove(Key.of(each.inspection()))
                    : null;
            if (now != null) {
                reader.accept(each.inspection(), now);
            }
        });
    }

    private record Key(LineId line, @Nullable FrameId frame) {

        static Key of(Inspection inspection) {
            return new Key(inspection.line(), inspection.frame().frameId());
        }
    }

    @Override
    public void close() {
        group.close();
        reader.close();
    }
}
