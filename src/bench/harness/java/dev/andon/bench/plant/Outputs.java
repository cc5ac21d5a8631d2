package dev.andon.bench.plant;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.avro.Decoding;
import dev.andon.bench.work.Finding;
import dev.andon.bench.work.Job;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Inspection;
import dev.andon.core.sampling.Sample;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what a contender writes from now on, committed records only. One thread. */
public final class Outputs implements AutoCloseable {

    private final boolean inspections;
    private final Codecs codecs;
    private final CommittedReader reader;

    /** A reader that starts at the end of the contender's topic. */
    public Outputs(Contender contender, Job job) {
        AndonConfig config = job.config();
        this.inspections = contender.writesInspections();
        this.codecs = Wiring.codecs(config);
        this.reader = new CommittedReader(config, List.of(contender.output(job)));
    }

    /** What has become visible, after waiting for it at most so long. */
    public List<Decided> poll(Duration atMost) {
        List<Decided> decided = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(atMost)) {
            decided.add(decided(record, System.currentTimeMillis()));
        }
        return decided;
    }

    private Decided decided(ConsumerRecord<byte[], byte[]> record, long now) {
        String line = new String(record.key(), StandardCharsets.UTF_8);
        if (inspections) {
            return decided(line, record.value(), now);
        }
        Finding finding = Finding.of(record.value());
        return new Decided(Long.parseLong(finding.frame()), line, finding.capturedMillis(), now,
                finding.modelMillis());
    }

    private Decided decided(String line, byte[] value, long now) {
        if (!(codecs.inspections().decode(value) instanceof Decoding.Decoded<Inspection>(Inspection inspection))) {
            throw new IllegalStateException("no inspection");
        }
        long slowest = inspection.samples().stream().map(Sample::latency).mapToLong(Duration::toMillis).max()
                .orElse(0);
        return new Decided(Long.parseLong(Objects.requireNonNull(inspection.frame().frameId()).value()), line,
                Objects.requireNonNull(inspection.times().captured()).toEpochMilli(), now, slowest);
    }

    @Override
    public void close() {
        reader.close();
        codecs.close();
    }
}
