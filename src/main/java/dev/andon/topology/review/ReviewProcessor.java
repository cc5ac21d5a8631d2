package dev.andon.topology.review;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka Streams sees of a task: it may be initialised more than once, and each time is a new {@link ReviewTask}. One
 * thread, the task's.
 */
final class ReviewProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final ReviewParts parts;
    private final ReviewSettings settings;

    private @Nullable ReviewTask task;

    ReviewProcessor(ReviewParts parts, ReviewSettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = new ReviewTask(context, parts, settings);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (task == null) {
            throw new IllegalStateException("a record came before the task was initialised");
        }
        task.process(record);
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
            task = null;
        }
    }
}
