package dev.andon.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

import dev.andon.bench.work.FrameWork;
import dev.andon.bench.work.Job;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * Kafka Streams with nothing between reading and writing but what no engine can leave out: each frame is decoded, and a
 * record as large as the program's decision is written. It has as many threads as the program has.
 */
final class PassThrough {

    private PassThrough() {}

    /**
     * Works until the process is ended.
     *
     * @param args file of the job; {@code record} or {@code image}: what is decoded
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Job job = Job.read(args[0]);
        byte[] decision = Files.readAllBytes(job.specimen());
        try (FrameWork work = FrameWork.of(job)) {
            Consumer<byte[]> decoding = args[1].equals("image") ? work::checkImage : work::decode;
            StreamsBuilder builder = new StreamsBuilder();
            builder.<byte[], byte[]>stream(job.frames()).mapValues(record -> {
                decoding.accept(record);
                return decision;
            }).to(job.output());
            Streams.run(job, job.config().application().threads(), builder.build());
        }
    }
}
