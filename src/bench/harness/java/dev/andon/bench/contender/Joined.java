package dev.andon.bench.contender;

import java.io.IOException;

import dev.andon.bench.work.FrameWork;
import dev.andon.bench.work.Job;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Kafka Streams with the N calls of a frame at once, joined in {@code process()}: what is written next. */
final class Joined implements Processor<byte[], byte[], byte[], byte[]> {

    private final FrameWork work;
    private @Nullable ProcessorContext<byte[], byte[]> context;

    private Joined(FrameWork work) {
        this.work = work;
    }

    /**
     * Works until the process is ended.
     *
     * @param args file of the job
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Job job = Job.read(args[0]);
        try (FrameWork work = FrameWork.of(job)) {
            StreamsBuilder builder = new StreamsBuilder();
            builder.<byte[], byte[]>stream(job.frames()).process(() -> new Joined(work)).to(job.output());
            Streams.run(job, job.partitions(), builder.build());
        }
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> given) {
        context = given;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (context != null) {
            context.forward(record.withValue(work.together(record.value())));
        }
    }
}
