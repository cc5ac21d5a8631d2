package dev.andon.topology.provisioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.record.TimestampType;

import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

/** Judges the settings of a topic that have to do with time: how long it keeps records, and which times it takes. */
final class TopicTimes {

    /** Records have the time that their producer gives them. */
    static final String TYPE = TimestampType.CREATE_TIME.name;

    /** How far the clocks of machines may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    /** How old a record may be when it comes: a camera that was cut off sends late. */
    private static final Duration LATE = Duration.ofHours(1);

    /**
     * A setting that is not as it should be.
     *
     * @param why    what comes of it
     * @param wanted a value with which it would be right
     */
    record Fault(String setting, String value, String why, String wanted) {}

    private TopicTimes() {}

    /** What is wrong; settings that the cluster does not tell are passed over. */
    static List<Fault> faults(TopicSpec spec, TopicState state) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> settings = state.settings();
        if (!spec.compacted()) {
            below(settings, RETENTION_MS_CONFIG, spec.keptAtLeast(),
                    "records are deleted before they are read, wherever"
                            + " nothing reads for " + spec.keptAtLeast().toHours() + " h",
                    spec, faults);
        }
        below(settings, MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, LATE, "records that come late are refused", spec,
                faults);
        below(settings, MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, CLOCKS,
                "records are refused where clocks differ a little", spec, faults);
        String type = settings.getOrDefault(MESSAGE_TIMESTAMP_TYPE_CONFIG, TYPE);
        if (!type.equals(TYPE)) {
            faults.add(
                    new Fault(MESSAGE_TIMESTAMP_TYPE_CONFIG, type, "the time of a record would be lost, by which frames"
                            + " and policies of a line are brought into one order", TYPE));
        }
        return faults;
    }

    /** Negative values stand for no limit. */
    private static void below(Map<String, String> settings, String name, Duration bound, String why, TopicSpec spec,
            List<Fault> faults) {
        String value = settings.getOrDefault(name, "-1");
        long millis = Long.parseLong(value);
        if (millis >= 0 && millis < bound.toMillis()) {
            String wanted = spec.settings().getOrDefault(name, Long.toString(bound.toMillis()));
            faults.add(new Fault(name, value, why, wanted));
        }
    }
}
