package dev.andon.ingest.buffer;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/** What it means that a frame was not written. */
enum Ending {

    /** It is the frame: Kafka will never take it. */
    REFUSED,

    /** Somebody is away: Kafka, or the registry that the encoder asks. Also what the producer gets over by itself. */
    PASSING,

    /** Somebody has to help: rights, credentials, a producer that was closed or fenced. */
    LASTING;

    static Ending of(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException _ -> REFUSED;
            case RecordBatchTooLargeException _ -> REFUSED;
            case SerializationException _ -> REFUSED;
            case InvalidTimestampException _ -> REFUSED;
            case InvalidRecordException _ -> REFUSED;
            case RetriableException _ -> PASSING;
            case OutOfOrderSequenceException _ -> PASSING;
            case KafkaException _ -> LASTING;
            default -> PASSING;
        };
    }
}
