package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import dev.andon.avro.Decoding;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.frame.Frame;
import dev.andon.schema.state.InFlight;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.source.FrameSource;
import dev.andon.topology.state.Ledger;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.StateStores;
import dev.andon.topology.task.TaskProcessor;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** One task that several processes own in turn, over the same stores. One thread. */
final class Lives implements AutoCloseable {

    final Bench bench;

    /** Of the process that lives now. */
    Ending ending = new Ending();

    private final MockProcessorContext<byte[], byte[]> context;
    private TaskProcessor processor;

    Lives(Path directory) {
        bench = new Bench(directory.resolve("bench"), 8);
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory.resolve("state").toFile());
        StateStores.builders().forEach(this::open);
        processor = begin("first");
    }

    /** The process dies; another one of this name takes over, with a topic that reaches that far. */
    void next(String process) {
        processor.close();
        bench.workers.forget();
        context.scheduledPunctuators().forEach(MockProcessorContext.CapturedPunctuator::cancel);
        processor = begin(process);
    }

    void process(long offset, Frame frame) {
        process("frames", offset, frame);
    }

    /** A record of any topic comes. */
    void process(String topic, long offset, Frame frame) {
        context.setRecordMetadata(topic, 0, offset);
        processor.process(new Record<>(key(frame), bench.encoded(frame), 1));
    }

    /** A policy comes. */
    void policy(LinePolicy policy) {
        context.setRecordMetadata("line-policies", 0, 0);
        processor.process(new Record<>(policy.line().value().getBytes(StandardCharsets.UTF_8),
                bench.codecs.policies().encode(policy), 1));
    }

    /** What was written so far is committed. */
    void commit() {
        bench.commits.incrementAndGet();
        context.resetCommit();
    }

    boolean asksForCommit() {
        return context.committed();
    }

    void tick() {
        context.scheduledPunctuators().stream().filter(p -> !p.cancelled()).toList()
                .forEach(p -> p.getPunctuator().punctuate(1));
    }

    /** Runs what waits for a thread, once. */
    void runWaiting() {
        for (int waiting = bench.workers.size(); waiting > 0; waiting--) {
            bench.workers.runOldest();
        }
    }

    List<LedgerEntry> ledger() {
        KeyValueStore<Long, InFlight> store = context.getStateStore(StateStores.IN_FLIGHT);
        return new Ledger(store).entries();
    }

    List<Inspection> decisions() {
        return context.forwarded().stream().map(forward -> bench.codecs.inspections()
                .decode((byte[]) forward.record().value())).map(Lives::decoded).toList();
    }

    static FrameSource.Read found(Bench bench, Frame frame) {
        return new FrameSource.Read.Found(new FrameRecord(key(frame), bench.encoded(frame), new RecordHeaders()));
    }

    @Override
    public void close() {
        processor.close();
        bench.close();
    }

    private TaskProcessor begin(String process) {
        ending = new Ending();
        InspectParts parts = bench.parts;
        InspectParts own = new InspectParts(parts.codecs(), parts.loader(), parts.store(),
                parts.sampler(), parts.embedder(), parts.recorder(), parts.sameness(), parts.hedging(), parts.clock(),
                parts.nanoTime(),
                parts.window(),
                parts.open(), parts.backlog(), parts.expiry(), ending, parts.workers(), parts.sources(), process,
                parts.commits(), parts.polling());
        TaskProcessor next = new TaskProcessor(it -> new InspectTask(it, own, bench.settings,
                new Patience(Duration.ZERO, () -> 0L)));
        next.init(context);
        return next;
    }

    private void open(StoreBuilder<?> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private static byte[] key(Frame frame) {
        return frame.line().value().getBytes(StandardCharsets.UTF_8);
    }

    private static Inspection decoded(Decoding<Inspection> decoding) {
        if (decoding instanceof Decoding.Decoded<Inspection>(Inspection inspection)) {
            return inspection;
        }
        throw new AssertionError("not readable: " + decoding);
    }
}
