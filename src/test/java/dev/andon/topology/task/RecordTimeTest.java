package dev.andon.topology.task;

import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordTimeTest {

    @Test
    void aRecordWhoseTimestampCannotBeTrueIsOfNow() {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        long latest = now.plus(RecordTime.TOLERANCE).toEpochMilli();

        for (long timestamp : new long[]{0, 1, now.toEpochMilli(), latest}) {
            assertThat(extracted(timestamp, now)).isEqualTo(timestamp);
        }
        for (long timestamp : new long[]{-1, Long.MIN_VALUE, latest + 1, Long.MAX_VALUE}) {
            assertThat(extracted(timestamp, now)).isEqualTo(now.toEpochMilli());
        }
    }

    private static long extracted(long timestamp, Instant now) {
        var record = new ConsumerRecord<Object, Object>("frames", 0, 0, timestamp, TimestampType.CREATE_TIME, 0, 0, "k",
                "v", new RecordHeaders(), Optional.empty());
        return new RecordTime(() -> now).extract(record, -1);
    }
}
