package dev.andon.topology.task;

import org.apache.kafka.streams.processor.api.Record;

/** What an application does on one partition, from the initialisation of its task to its end. One thread, the task's. */
public interface Task extends AutoCloseable {

    void process(Record<byte[], byte[]> record);

    @Override
    void close();
}
