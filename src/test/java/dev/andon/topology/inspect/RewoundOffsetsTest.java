package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.TestFrames;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.state.StateStores;
import dev.andon.topology.task.TaskProcessor;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that come again while they are in the ledger: offsets were set back, or the topic was made anew. */
class RewoundOffsetsTest {

    @TempDir
    Path directory;

    private Bench bench;
    private MockProcessorContext<byte[], byte[]> context;
    private TaskProcessor processor;

    @BeforeEach
    void aFrameIsInTheLedgerAfterARestart() {
        bench = new Bench(directory.resolve("bench"), 8);
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.resolve("state").toFile());
        StateStores.builders().forEach(this::open);
        bench.workers.hold();
        start();
        process("f1");
        processor.close();
        bench.workers.forget();
        start();
    }

    @AfterEach
    void stop() {
        processor.close();
        bench.close();
    }

    @Test
    void aFrameThatComesAgainIsDecidedOnce() {
        bench.rereads(found("f1"));

        process("f1");
        finish();

        assertThat(context.forwarded()).hasSize(1);
        assertThat(bench.open).hasValue(0);
    }

    @Test
    void anotherFrameInItsPlaceIsDecidedToo() {
        bench.rereads(new FrameSource.Read.Gone("another record stands there"));

        process("f2");
        assertThat(bench.open).hasValue(2);
        finish();

        assertThat(context.forwarded()).hasSize(2);
        assertThat(bench.open).hasValue(0);
        assertThat(bench.window.items()).isZero();
        assertThat(bench.window.bytes()).isZero();
    }

    @Test
    void whatAnotherFrameTookThePlaceOfIsDecidedAlsoAfterARestart() {
        process("f2");
        processor.close();
        bench.workers.forget();
        context.scheduledPunctuators().forEach(MockProcessorContext.CapturedPunctuator::cancel);
        bench.rereads(new FrameSource.Read.Gone("another record stands there"));

        start();
        finish();

        assertThat(context.forwarded()).hasSize(2);
        assertThat(bench.open).hasValue(0);
    }

    private void start() {
        processor = new TaskProcessor(it -> new InspectTask(it, bench.parts, bench.settings,
                new Patience(Duration.ZERO, () -> 0L)));
        processor.init(context);
    }

    private void process(String frameId) {
        context.setRecordMetadata("frames", 0, 0);
        processor.process(new Record<>(key(), bench.encoded(frame(frameId)), 1));
    }

    private void finish() {
        for (int i = 0; i < 8; i++) {
            while (bench.workers.size() > 0) {
                bench.workers.runOldest();
            }
            context.scheduledPunctuators().stream().filter(p -> !p.cancelled()).toList()
                    .forEach(p -> p.getPunctuator().punctuate(1));
        }
    }

    private FrameSource.Read found(String frameId) {
        return new FrameSource.Read.Found(new FrameRecord(key(), bench.encoded(frame(frameId)), new RecordHeaders()));
    }

    private static Frame frame(String id) {
        return TestFrames.frame("line-1", id, 10);
    }

    private static byte[] key() {
        return "line-1".getBytes(StandardCharsets.UTF_8);
    }

    private void open(StoreBuilder<?> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
