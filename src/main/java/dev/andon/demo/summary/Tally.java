package dev.andon.demo.summary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import dev.andon.demo.summary.OutputRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How often decisions were wrong, and what the gate did about it. Wrong means that the result differs from the true one.
 *
 * @param frames        that were sent
 * @param accepted      published for machines
 * @param held          for a person to decide
 * @param auditCopies   for a person to check, besides
 * @param deadLetters   that could not be read
 * @param reasons       of the held ones
 * @param withoutGate   errors if each frame got the result of its most frequent label
 * @param amongAccepted errors among the accepted
 * @param wrongLabel    accepted with the right result by a wrong defect
 * @param unanimous     errors on which all samples agreed, held or not
 * @param silent        frames of which no sample says a label
 * @param troubledHeld  held, of the frames with trouble
 * @param clearHeld     held, of the frames without
 */
public record Tally(
        int frames,
        int accepted,
        int held,
        int auditCopies,
        int deadLetters,
        Map<Reason, Integer> reasons,
        Errors withoutGate,
        Errors amongAccepted,
        int wrongLabel,
        Errors unanimous,
        int silent,
        Share troubledHeld,
        Share clearHeld) {

    public Tally {
        reasons = Map.copyOf(reasons);
    }

    /**
     * Counts what was read back.
     *
     * @param read decisions of frames that were never sent count, but are neither right nor wrong
     */
    public static Tally of(List<SentFrame> sent, List<OutputRecord> read, LabelResults labels) {
        Map<Position, SentFrame> truth = sent.stream()
                .collect(Collectors.toMap(SentFrame::position, Function.identity()));
        Collection<OutputRecord> judged = firstDecisions(read);
        List<OutputRecord> accepted = judged.stream().filter(each -> each.kind() == Kind.ACCEPTED).toList();
        return new Tally(sent.size(), count(read, Kind.ACCEPTED), count(read, Kind.HELD),
                count(read, Kind.AUDIT_COPY), count(read, Kind.DEAD_LETTER), reasons(read),
                errors(judged, truth, each -> Opinions.withoutGate(each, labels)),
                errors(accepted, truth, each -> Optional.ofNullable(each.result())),
                (int) accepted.stream().filter(each -> wrongLabel(each, truth.get(each.frame()))).count(),
                errors(judged, truth, each -> Opinions.unanimous(each, labels)),
                (int) judged.stream().filter(each -> Opinions.withoutGate(each, labels).isEmpty()).count(),
                held(judged, truth, SentFrame::troubled), held(judged, truth, frame -> !frame.troubled()));
    }

    private static Collection<OutputRecord> firstDecisions(List<OutputRecord> read) {
        Map<Position, OutputRecord> first = new LinkedHashMap<>();
        read.stream().filter(each -> each.kind() == Kind.ACCEPTED || each.kind() == Kind.HELD)
                .forEach(each -> first.putIfAbsent(each.frame(), each));
        return first.values();
    }

    private static int count(List<OutputRecord> read, Kind kind) {
        return (int) read.stream().filter(each -> each.kind() == kind).count();
    }

    private static Map<Reason, Integer> reasons(List<OutputRecord> read) {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        for (OutputRecord each : read) {
            Reason reason = each.reason();
            if (each.kind() == Kind.HELD && reason != null) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        return reasons;
    }

    private static Errors errors(Collection<OutputRecord> judged, Map<Position, SentFrame> truth,
            Function<OutputRecord, Optional<Result>> said) {
        int escapes = 0;
        int falseRejects = 0;
        for (OutputRecord each : judged) {
            SentFrame frame = truth.get(each.frame());
            Result result = said.apply(each).orElse(Result.NOT_DECIDABLE);
            if (frame != null && result == Result.OK && frame.result() == Result.NOT_OK) {
                escapes++;
            } else if (frame != null && result == Result.NOT_OK && frame.result() == Result.OK) {
                falseRejects++;
            }
        }
        return new Errors(escapes, falseRejects);
    }

    private static boolean wrongLabel(OutputRecord accepted, @Nullable SentFrame frame) {
        return frame != null && accepted.result() == frame.result() && !frame.label().equals(accepted.answer());
    }

    private static Share held(Collection<OutputRecord> judged, Map<Position, SentFrame> truth,
            Predicate<SentFrame> which) {
        int hits = 0;
        int all = 0;
        for (OutputRecord each : judged) {
            SentFrame frame = truth.get(each.frame());
            if (frame != null && which.test(frame)) {
                all++;
                hits += each.kind() == Kind.HELD ? 1 : 0;
            }
        }
        return new Share(hits, all);
    }
}
