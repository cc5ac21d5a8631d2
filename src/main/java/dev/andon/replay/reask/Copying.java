package dev.andon.replay.reask;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;

import dev.andon.core.frame.Frame;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Copies the wanted frames to the topic of a replay, in the order of their lines and so many a second. How far it has come
 * is committed in the transaction of the copies: each is copied exactly once, whoever is killed. One thread.
 */
public final class Copying {

    /** Of one transaction. */
    private static final int MOST_FRAMES = 16;
    private static final long MOST_BYTES = 8 << 20;

    private final Deque<Deque<Wanted>> turns = new ArrayDeque<>();
    private final Cursors cursors;
    private final FrameFinder frames;
    private final Producer<byte[], byte[]> producer;
    private final ConsumerGroupMetadata group;
    private final String topic;
    private final Function<Frame, byte[]> encoder;
    private final Allowance allowance;
    private long lost;

    /**
     * A copy that goes on where its cursors stand.
     *
     * @param partitions what is wanted of each partition, in order; partitions take turns
     * @param producer   transactional, and initialised; stays the caller's to close
     * @param group      that the progress is committed for
     * @param perSecond  frames, at most
     */
    public Copying(List<List<Wanted>> partitions, Cursors cursors, FrameFinder frames,
            Producer<byte[], byte[]> producer, ConsumerGroupMetadata group, String topic,
            Function<Frame, byte[]> encoder,
            double perSecond, InstantSource clock) {
        for (List<Wanted> wanted : partitions) {
            Deque<Wanted> left = new ArrayDeque<>(wanted.stream().filter(each -> cursors.covers(each.at())).toList());
            if (!left.isEmpty()) {
                turns.add(left);
            }
        }
        this.cursors = cursors;
        this.frames = frames;
        this.producer = producer;
        this.group = group;
        this.topic = topic;
        this.encoder = encoder;
        this.allowance = new Allowance(perSecond, clock);
    }

    /** Copied so far, before a restart too. */
    public long copied() {
        return cursors.copied();
    }

    /** Still to be copied. */
    public long left() {
        return turns.stream().mapToLong(Deque::size).sum();
    }

    /** Those whose image turned out to be gone, since this process began. */
    public long lost() {
        return lost;
    }

    /**
     * Copies what may go by now.
     *
     * @param room how many frames may be added to those that are not decided yet
     */
    public void go(long room) {
        int most = (int) Math.min(Math.min(allowance.now(), MOST_FRAMES), Math.min(room, left()));
        if (most <= 0) {
            return;
        }
        producer.beginTransaction();
        int gone = 0;
        for (long bytes = 0; gone < most && bytes < MOST_BYTES; gone++) {
            bytes += copy(next());
        }
        producer.sendOffsetsToTransaction(cursors.committed(), group);
        producer.commitTransaction();
        allowance.spend(gone);
    }

    /** Bytes of the copy; 0 where there is nothing to copy any more. */
    private long copy(Wanted wanted) {
        Optional<Frame> frame = frames.find(wanted);
        cursors.pass(wanted.at(), frame.isPresent());
        if (frame.isEmpty()) {
            lost++;
            return 0;
        }
        byte[] value = encoder.apply(frame.get());
        // What fails here fails the commit.
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic,
                wanted.line().value().getBytes(StandardCharsets.UTF_8), value));
        return value.length;
    }

    private Wanted next() {
        Deque<Wanted> turn = turns.remove();
        Wanted next = turn.remove();
        if (!turn.isEmpty()) {
            turns.add(turn);
        }
        return next;
    }
}
