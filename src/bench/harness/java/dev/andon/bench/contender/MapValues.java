package dev.andon.bench.contender;

import java.io.IOException;

import dev.andon.bench.work.FrameWork;
import dev.andon.bench.work.Job;
import org.apache.kafka.streams.StreamsBuilder;

/** Kafka Streams with blocking calls in {@code mapValues}, one after the other: what is written first. */
final class MapValues {

    private MapValues() {}

    /**
     * Works until the process is ended.
     *
     * @param args file of the job
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Job job = Job.read(args[0]);
        try (FrameWork work = FrameWork.of(job)) {
            StreamsBuilder builder = new StreamsBuilder();
            builder.<byte[], byte[]>stream(job.frames()).mapValues(work::inTurn).to(job.output());
            Streams.run(job, job.partitions(), builder.build());
        }
    }
}
