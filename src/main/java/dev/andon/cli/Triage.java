package dev.andon.cli;

import java.util.Objects;
import java.util.Optional;

import dev.andon.config.TopicsConfig;
import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Says which letters can go back. One thread. */
final class Triage {

    private final TopicsConfig topics;
    private final RecordAt records;
    private final int partitions;

    /** @param records reads the topic of frames */
    Triage(TopicsConfig topics, RecordAt records) {
        this.topics = topics;
        this.records = records;
        this.partitions = records.partitions(topics.frames());
    }

    /** @param putBack where its record went before, if that is to count; null otherwise */
    Fate of(Letter letter, @Nullable Position putBack) {
        if (putBack != null) {
            return new Fate.Done(letter, putBack);
        }
        String objection = objection(letter);
        if (objection != null) {
            return new Fate.Refused(letter, objection);
        }
        return letter.leftOut() == null ? new Fate.Ready(letter, letter.at()) : fromSource(letter, letter.leftOut());
    }

    private @Nullable String objection(Letter letter) {
        Position source = letter.source();
        if (source == null) {
            return "it does not say where its record came from: Andon did not write it";
        }
        if (source.topic().equals(topics.linePolicies())) {
            return "a policy does not go back, since it would replace what was decided after it: correct it and run"
                    + " andon policy apply";
        }
        if (source.topic().equals(topics.shadowPolicies())) {
            return "a candidate does not go back, since it would replace what was tried after it: correct it and run"
                    + " andon policy shadow apply";
        }
        if (source.topic().equals(topics.thresholds())) {
            return "learnt thresholds do not go back, since they would replace what was learnt after them: the"
                    + " application that learns publishes them anew with the next change";
        }
        if (source.topic().equals(topics.verdicts())) {
            return "a verdict does not go back by itself: give it once more with andon verdict, on an inspection that"
                    + " there is";
        }
        if (!source.topic().equals(topics.frames())) {
            return "it came from " + source.topic() + ", which is not " + topics.frames()
                    + ": check topics.prefix in the configuration";
        }
        if (source.partition() >= partitions) {
            return "it came from partition " + source.partition() + " and " + topics.frames() + " has "
                    + Listing.count(partitions, "partition") + " now: send the frame anew from its camera or archive";
        }
        return letter.size() == null && letter.leftOut() == null
                ? "its record had no value: there is nothing to put back"
                : null;
    }

    /** The record where it stood, as long as it is the same: a topic that was made anew has others there. */
    private Fate fromSource(Letter letter, String leftOut) {
        Position source = Objects.requireNonNull(letter.source());
        Optional<ConsumerRecord<byte[], byte[]>> original = records.read(source)
                .filter(record -> record.value() != null && record.timestamp() == letter.time().toEpochMilli());
        return original.isPresent()
                ? new Fate.Ready(letter, source)
                : new Fate.Refused(letter, "its " + leftOut + " did not fit into the letter, and " + source
                        + " is no longer in its topic: send the frame anew from its camera or archive");
    }
}
