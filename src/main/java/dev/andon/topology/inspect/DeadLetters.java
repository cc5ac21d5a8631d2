package dev.andon.topology.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.andon.core.frame.Position;
import dev.andon.topology.letters.NewLetter;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.LineStates.Rejection;
import dev.andon.topology.state.RawBytes;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Records that the inspect application could not use. Pure functions. */
final class DeadLetters {

    private DeadLetters() {}

    /** A record that is no frame. */
    static Record<byte[], byte[]> frame(LedgerEntry entry, FrameRecord record, Admission.Verdict.Undecodable why) {
        return new NewLetter(record.key(), record.value(), record.headers(), entry.position(),
                entry.receivedAt().toEpochMilli(), why.exceptionClass(), why.message(), why.stackTrace()).asRecord();
    }

    /** A policy, or thresholds, that did not come into force. */
    static Record<byte[], byte[]> rejected(Rejection rejection, String topic, int partition) {
        ByteBuffer raw = rejection.value();
        return new NewLetter(rejection.line().getBytes(StandardCharsets.UTF_8),
                raw == null ? null : RawBytes.copy(raw), new RecordHeaders(),
                new Position(topic, partition, rejection.offset()), rejection.receivedAt(),
                rejection.exceptionClass(), rejection.message(), "").asRecord();
    }
}
