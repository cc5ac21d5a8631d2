package dev.andon.ingest.buffer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.andon.async.FullJitter;
import dev.andon.avro.FrameFile;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.Position;
import dev.andon.fixture.TestFrames;
import dev.andon.ingest.buffer.BufferPolicy.OnFull;

/** The parts of a buffer with a clock that is moved by hand and a sender that is stepped by hand. One thread. */
final class Rig implements BufferListener {

    static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final FullJitter PAUSES = new FullJitter(LONGEST_PAUSE, LONGEST_PAUSE);

    /** Bytes that a frame of this rig takes in memory. */
    static final int WEIGHT = 2 << 10;

    final ScriptedOut out;
    final List<String> published = new ArrayList<>();
    final List<String> dropped = new ArrayList<>();
    final List<String> full = new ArrayList<>();
    final List<Announcement> announced = new ArrayList<>();
    final Backlog backlog;
    final Sender sender;
    final Announcer announcer;
    Instant now = Instant.parse("2026-01-02T03:04:05Z");

    private Rig(BufferPolicy policy, Sending sending, ScriptedOut out) throws IOException {
        this.out = out;
        BufferPolicy.Spool spool = policy.spool();
        backlog = new Backlog(policy, spool == null ? null : SpoolDirectory.open(spool, () -> now), () -> now);
        announcer = new Announcer(this, () -> now);
        sender = new Sender(backlog, out, sending, this, announcer, () -> now, new Random(1));
    }

    static Rig of(BufferPolicy policy, int inFlight, ScriptedOut out) throws IOException {
        return new Rig(policy, new Sending(inFlight, PAUSES), out);
    }

    static Rig of(BufferPolicy policy, Sending sending) throws IOException {
        return new Rig(policy, sending, new ScriptedOut());
    }

    /** Without a spool, with room for some frames. */
    static Rig of(OnFull onFull, int frames, int inFlight) throws IOException {
        return of(new BufferPolicy(onFull, (long) frames * WEIGHT, null), inFlight, new ScriptedOut());
    }

    /** With room for some frames in memory and for some on disk, and one at a time under way. */
    static Rig of(OnFull onFull, int frames, Path directory, int files) throws IOException {
        long bytes = (long) files * FrameFile.write(frame(1_000)).length;
        return of(new BufferPolicy(onFull, (long) frames * WEIGHT, new BufferPolicy.Spool(directory, bytes)), 1,
                new ScriptedOut());
    }

    static Frame frame(int number) {
        return frame(number, WEIGHT - 1024);
    }

    static Frame frame(int number, int bytes) {
        return TestFrames.frame("line-1", "f-" + number, new byte[bytes]);
    }

    static List<String> ids(int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int number = from; number < to; number++) {
            ids.add("f-" + number);
        }
        return ids;
    }

    /** The first frame is written, and forgotten here: several may be under way from now on. */
    void begin() throws InterruptedException {
        boolean _ = offer(frame(10_000));
        step();
        out.write();
        step();
        out.handed.clear();
        out.topic.clear();
        published.clear();
    }

    /** Offers a frame as a buffer does. */
    boolean offer(Frame frame) throws InterruptedException {
        Backlog.Offer offer = backlog.offer(frame);
        announcer.offered(offer);
        return offer.taken();
    }

    void offer(int from, int to) throws InterruptedException {
        for (int number = from; number < to; number++) {
            boolean _ = offer(frame(number));
        }
    }

    void step() {
        Duration _ = sender.step();
    }

    /** Lets the longest pause go by. */
    void rest() {
        now = now.plus(LONGEST_PAUSE);
        step();
    }

    /** Kafka works, until nothing is left. */
    void drain() {
        for (int i = 0; backlog.status().waiting() > 0; i++) {
            if (i > 100_000) {
                throw new AssertionError("does not end: " + backlog.status());
            }
            rest();
            while (out.underWay() > 0) {
                out.write();
                step();
            }
        }
    }

    List<String> said() {
        return announced.stream().map(Announcement::text).toList();
    }

    @Override
    public void published(Frame frame, Position position) {
        published.add(frame.id().value());
    }

    @Override
    public void dropped(Frame frame, Drop drop) {
        dropped.add(frame.id().value());
        if (drop.cause() == Drop.Cause.FULL) {
            full.add(frame.id().value());
        }
    }

    @Override
    public void announced(Announcement announcement) {
        announced.add(announcement);
    }
}
