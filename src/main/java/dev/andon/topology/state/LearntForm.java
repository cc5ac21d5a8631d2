package dev.andon.topology.state;

import java.time.Instant;

import dev.andon.core.calibration.Certificate;
import dev.andon.core.calibration.LearnerState.Excess;
import dev.andon.core.calibration.LearnerState.Learnt;
import dev.andon.core.calibration.LearnerState.Promised;
import org.jspecify.annotations.Nullable;

/** Learnt thresholds in state. Pure functions. */
final class LearntForm {

    private LearntForm() {}

    static dev.andon.schema.state.@Nullable Learnt write(@Nullable Learnt learnt) {
        if (learnt == null) {
            return null;
        }
        Instant ended = learnt.windowEnded();
        return new dev.andon.schema.state.Learnt(learnt.index(), learnt.evidence(), learnt.verdicts(), learnt.cost(),
                ended == null ? null : ended.toEpochMilli(), write(learnt.promised()));
    }

    static @Nullable Learnt read(dev.andon.schema.state.@Nullable Learnt from) {
        if (from == null) {
            return null;
        }
        Long ended = from.getWindowEndedAt();
        return new Learnt(from.getIndex(), from.getEvidence(), from.getVerdicts(), from.getCost(),
                ended == null ? null : Instant.ofEpochMilli(ended), read(from.getPromised()));
    }

    private static dev.andon.schema.state.@Nullable Promised write(@Nullable Promised promised) {
        if (promised == null) {
            return null;
        }
        Certificate certificate = promised.certificate();
        return new dev.andon.schema.state.Promised(certificate.index(), certificate.alpha(),
                certificate.escapeAlpha(), certificate.delta(), certificate.judged(), certificate.planned(),
                certificate.accepted(), certificate.wrong(), certificate.escapes(),
                certificate.since().toEpochMilli(), promised.bound(), promised.wrong().errors(),
                promised.wrong().audited(), promised.escapes().errors(), promised.escapes().audited());
    }

    private static @Nullable Promised read(dev.andon.schema.state.@Nullable Promised from) {
        return from == null
                ? null
                : new Promised(
                        new Certificate(from.getIndex(), from.getAlpha(), from.getEscapeAlpha(), from.getDelta(),
                                from.getJudged(), from.getPlanned(), from.getAccepted(), from.getWrong(),
                                from.getEscapes(), Instant.ofEpochMilli(from.getSince())),
                        from.getBound(), new Excess(from.getAuditedWrong(), from.getAuditedForWrong()),
                        new Excess(from.getAuditedEscapes(), from.getAuditedForEscapes()));
    }
}
