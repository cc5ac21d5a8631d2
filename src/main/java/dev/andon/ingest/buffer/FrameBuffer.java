package dev.andon.ingest.buffer;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import dev.andon.core.frame.Frame;

/**
 * Stands between whoever takes the pictures of one camera and Kafka, and keeps frames in order while Kafka is slow or away.
 * One thread offers, any thread looks, any thread closes; a thread of its own sends.
 *
 * <p>Memory: at most {@link BufferPolicy#maxBytes()}, and one frame when the oldest is read from disk. Beyond that, a frame
 * that is under way lives a second time, encoded, in the buffer of Kafka's producer ({@code buffer.memory}, which all
 * cameras share), and one that is written to disk or read a second and third time while that takes.
 *
 * <p>What was handed to Kafka is sent again until it is acknowledged: a frame may stand in the topic twice, with the same
 * id.
 */
public final class FrameBuffer implements AutoCloseable {

    /** For what is under way, at the end. */
    private static final Duration LAST = Duration.ofSeconds(10);

    private final Backlog backlog;
    private final Announcer announcer;
    private final Sender sender;
    private final Thread thread;

    private FrameBuffer(String camera, Backlog backlog, Announcer announcer, Sender sender) {
        this.backlog = backlog;
        this.announcer = announcer;
        this.sender = sender;
        this.thread = Thread.ofVirtual().name("frames of " + camera).start(sender);
    }

    /**
     * Opens a buffer and begins with what an earlier run left on disk.
     *
     * @param camera to name the thread by
     * @throws IOException if the directory of the spool cannot be used; the message says what to do
     */
    public static FrameBuffer open(String camera, BufferPolicy policy, Sending sending, FrameOut out,
            BufferListener listener, InstantSource clock, RandomGenerator random) throws IOException {
        SpoolDirectory spool = policy.spool() == null ? null : SpoolDirectory.open(policy.spool(), clock);
        Backlog backlog = new Backlog(policy, spool, clock);
        Announcer announcer = new Announcer(listener, clock);
        BufferStatus status = backlog.status();
        if (status.found() > 0) {
            announcer.say(new Announcement.Found(status.waiting(), status.spooledBytes()));
        }
        return new FrameBuffer(camera, backlog, announcer,
                new Sender(backlog, out, sending, listener, announcer, clock, random));
    }

    /**
     * Takes a frame, or gives one up by the policy. Blocks while a file is written, and with {@code WAIT} until there is
     * room.
     *
     * @return whether this frame was taken
     * @throws InterruptedException if the thread is interrupted while it waits for room; the frame counts as not offered
     */
    public boolean offer(Frame frame) throws InterruptedException {
        Backlog.Offer offer = backlog.offer(frame);
        sender.wake();
        announcer.offered(offer);
        return offer.taken();
    }

    /** Where it stands. */
    public BufferStatus status() {
        return backlog.status();
    }

    /** {@link #close(Duration)} with ten seconds. */
    @Override
    public void close() {
        close(LAST);
    }

    /**
     * Sends what is in memory for a little while. What remains is left on disk, or else dropped. Frames that are offered
     * meanwhile are dropped. Does not close the producer.
     *
     * @param patience may be over a second late
     */
    public void close(Duration patience) {
        backlog.shut();
        sender.finish();
        boolean interrupted = !ended(patience);
        thread.interrupt();
        interrupted |= !ended(Duration.ofSeconds(1));
        announcer.offered(backlog.close());
        announcer.finish();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false if interrupted */
    private boolean ended(Duration atMost) {
        try {
            boolean _ = thread.join(atMost);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
