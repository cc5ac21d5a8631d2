package dev.andon.chaos.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

import dev.andon.avro.Codec;
import dev.andon.chaos.clients.Robust;
import dev.andon.core.frame.Frame;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends shots and notes them in the journal. Any thread; the order of a line is that of the calls. */
final class Mailbag {

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final int partitions;
    private final Codec<Frame> codec;
    private final Darkroom darkroom;
    private final Journal journal;
    private final InstantSource clock;

    Mailbag(Producer<byte[], byte[]> producer, String topic, int partitions, Codec<Frame> codec, Darkroom darkroom,
            Journal journal, InstantSource clock) {
        this.producer = producer;
        this.topic = topic;
        this.partitions = partitions;
        this.codec = codec;
        this.darkroom = darkroom;
        this.journal = journal;
        this.clock = clock;
    }

    void send(String line, Shot shot) throws IOException {
        Frame frame = darkroom.frame(line, shot, clock.instant());
        int number = journal.open(new Draft(line, shot.frameId(), frame.sha256(), shot.content(), clock.instant()));
        Robust.send(producer, record(line, shot, frame, number), known -> journal.close(number, known));
    }

    /** What has not been written within {@code limit} is given up. */
    void close(Duration limit) {
        producer.close(limit);
    }

    private ProducerRecord<byte[], byte[]> record(String line, Shot shot, Frame frame, int number) {
        int home = LineNames.partition(line, partitions);
        int partition = shot.content() == Content.ASTRAY ? (home + 1) % partitions : home;
        byte[] value = shot.content() == Content.GARBAGE
                ? ("no record of ours: " + shot.frameId()).getBytes(StandardCharsets.UTF_8)
                : codec.encode(frame);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition,
                line.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add(Journal.HEADER, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
