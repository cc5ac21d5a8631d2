package dev.andon.ingest;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/** What it means that a record was not written. */
public enum Ending {

    /** It is the record: Kafka will never take it. */
    REFUSED,

    /** Somebody is away: Kafka, or the registry that the encoder asks. Also what the producer gets over by itself. */
    PASSING,

    /** Somebody has to help: rights, credentials, a producer that was closed or fenced. */
    LASTING;

    public static Ending of(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException _ -> REFUSED;
            case RecordBatchTooLargeException _ -> REFUSED;
            case SerializationException _ -> REFUSED;
            case InvalidTimestampException _ -> REFUSED;
            case InvalidRecordException _ -> REFUSED;
            case RetriableException _ -> PASSING;
            case InterruptException _ -> PASSING;
            case OutOfOrderSequenceException _ -> PASSING;
            case KafkaException _ -> LASTING;
            default -> PASSING;
        };
    }
}
