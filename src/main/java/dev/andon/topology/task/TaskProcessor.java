package dev.andon.topology.task;

import java.util.function.Function;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka Streams sees of a task: it may be initialised more than once, and each time is a new {@link Task}. One thread,
 * the task's.
 */
public final class TaskProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Function<ProcessorContext<byte[], byte[]>, Task> tasks;

    private @Nullable Task task;

    /** @param tasks makes one */
    public TaskProcessor(Function<ProcessorContext<byte[], byte[]>, Task> tasks) {
        this.tasks = tasks;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = tasks.apply(context);
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
