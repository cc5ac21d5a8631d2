package dev.andon.topology.inspect;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka Streams sees of a task: it may be initialised more than once, and each time is a new
 * {@link InspectTask}. One thread, the task's.
 */
final class InspectProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final InspectParts parts;
    private final InspectSettings settings;
    private final Patience patience;

    private @Nullable InspectTask task;

    InspectProcessor(InspectParts parts, InspectSettings settings, Patience patience) {
        this.parts = parts;
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = new InspectTask(context, parts, settings, patience);
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
