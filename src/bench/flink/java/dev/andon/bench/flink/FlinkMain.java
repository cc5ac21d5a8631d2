package dev.andon.bench.flink;

import java.util.concurrent.TimeUnit;

import dev.andon.bench.work.Job;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink's Async I/O, ordered, between Kafka and a sink that writes exactly once with the checkpoints. */
final class FlinkMain {

    /** Frames in flight of each subtask: more than one line alone needs. */
    private static final int CAPACITY = 32;

    private static final int TRANSACTION_TIMEOUT_MILLIS = 60_000;

    private FlinkMain() {}

    /**
     * Works until the process is ended.
     *
     * @param args file of the job
     */
    public static void main(String[] args) throws Exception {
        Job job = Job.read(args[0]);
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(job.partitions(),
                settings);
        environment.enableCheckpointing(job.commitMillis(), CheckpointingMode.EXACTLY_ONCE);
        DataStream<KeyedBytes> frames = environment.fromSource(source(job), WatermarkStrategy.noWatermarks(), "frames");
        AsyncDataStream.orderedWait(frames, new AskModel(args[0]), 5, TimeUnit.MINUTES, CAPACITY).sinkTo(sink(job));
        environment.execute("inspection");
    }

    private static KafkaSource<KeyedBytes> source(Job job) {
        return KafkaSource.<KeyedBytes>builder().setBootstrapServers(job.bootstrapServers()).setTopics(job.frames())
                .setGroupId(job.id()).setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty("isolation.level", "read_committed").setDeserializer(new RecordReader()).build();
    }

    private static KafkaSink<KeyedBytes> sink(Job job) {
        return KafkaSink.<KeyedBytes>builder().setBootstrapServers(job.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE).setTransactionalIdPrefix(job.id())
                .setProperty("transaction.timeout.ms", Integer.toString(TRANSACTION_TIMEOUT_MILLIS))
                .setRecordSerializer(new RecordWriter(job.output())).build();
    }
}
