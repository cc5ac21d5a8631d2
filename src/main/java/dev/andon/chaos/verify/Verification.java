package dev.andon.chaos.verify;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.chaos.clients.Consumers;
import dev.andon.config.AndonConfig;
import dev.andon.core.decision.Reason;

/**
 * What the topics say of the promises.
 *
 * @param frames      records of {@code frames}
 * @param accepted    decisions for machines
 * @param held        decisions for people
 * @param reasons     of the held ones
 * @param auditCopies of accepted ones
 * @param deadLetters records that could not be read
 * @param repetitions records that repeat a frame, to be dropped
 * @param unconfirmed records of which the producer does not know whether the topic has them
 * @param reviews     verdicts and what was learnt from them
 * @param violations  how many of each kind; kinds without any are left out
 * @param examples    the first few of each kind, for people
 */
public record Verification(
        int frames,
        int accepted,
        int held,
        Map<Reason, Integer> reasons,
        int auditCopies,
        int deadLetters,
        int repetitions,
        int unconfirmed,
        Reviews reviews,
        Map<Violation, Integer> violations,
        List<String> examples) {

    public Verification {
        reasons = Map.copyOf(reasons);
        violations = Map.copyOf(violations);
        examples = List.copyOf(examples);
    }

    /**
     * Reads every topic from its beginning to its end and compares. Brokers and registry have to stand.
     *
     * @throws IOException if they do not
     */
    public static Verification of(AndonConfig config, Sent sent) throws IOException, InterruptedException {
        try (Codecs codecs = Wiring.codecs(config)) {
            return new Reading(config, Consumers.of(config), codecs, InstantSource.system(), Thread::sleep)
                    .verify(sent);
        }
    }

    public int count(Violation violation) {
        return violations.getOrDefault(violation, 0);
    }

    public int lost() {
        return count(Violation.LOST);
    }

    /** Results too many: second ones, those of repetitions, and those of frames that were never sent. */
    public int duplicated() {
        return count(Violation.DUPLICATED) + count(Violation.REPETITION_DECIDED) + count(Violation.NEVER_SENT);
    }

    public int outOfOrder() {
        return count(Violation.OUT_OF_ORDER);
    }

    public boolean clean() {
        return violations.isEmpty();
    }
}
