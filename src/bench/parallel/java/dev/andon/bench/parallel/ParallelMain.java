package dev.andon.bench.parallel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.bench.work.FrameWork;
import dev.andon.bench.work.Job;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.CommitMode;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Parallel Consumer: ordered by key, with transactions. Keys are read as text, since arrays with the same bytes are not
 * equal, and it orders by equal keys.
 */
final class ParallelMain {

    /** Of frames: more than the calls allow at once, so that it is never the limit. */
    private static final int CONCURRENCY = 64;

    private static final int RECORDS = 64;

    private ParallelMain() {}

    /**
     * Works until the process is ended.
     *
     * @param args file of the job
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Job job = Job.read(args[0]);
        FrameWork work = FrameWork.of(job);
        ParallelStreamProcessor<String, byte[]> processor = ParallelStreamProcessor.createEosStreamProcessor(
                ParallelConsumerOptions.<String, byte[]>builder().ordering(ProcessingOrder.KEY)
                        .maxConcurrency(CONCURRENCY).consumer(consumer(job)).producer(producer(job))
                        .commitMode(CommitMode.PERIODIC_TRANSACTIONAL_PRODUCER)
                        .commitInterval(Duration.ofMillis(job.commitMillis())).build());
        processor.subscribe(List.of(job.frames()));
        processor.pollAndProduce(context -> {
            byte[] finding = work.together(context.getSingleConsumerRecord().value());
            return new ProducerRecord<>(job.output(), context.getSingleConsumerRecord().key(), finding);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> processor.closeDontDrainFirst()));
        while (!processor.isClosedOrFailed()) {
            Thread.sleep(Duration.ofSeconds(1));
        }
        System.err.println("it ended: " + String.valueOf(
                ((io.confluent.parallelconsumer.internal.AbstractParallelEoSStreamProcessor<?, ?>) processor)
                        .getFailureCause()));
    }

    private static Consumer<String, byte[]> consumer(Job job) {
        return new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, job.id(), ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS), new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Producer<String, byte[]> producer(Job job) {
        return new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, job.id() + "-parallel"), new StringSerializer(),
                new ByteArraySerializer());
    }
}
