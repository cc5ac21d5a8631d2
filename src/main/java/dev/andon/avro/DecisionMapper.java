package dev.andon.avro;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** Decisions within inspections. */
final class DecisionMapper {

    private DecisionMapper() {}

    /** The copy is not a field of its own: an accepted frame has one exactly where its lot won. */
    static Decision toCore(dev.andon.schema.Inspection from, Inspection.@Nullable Applied applied)
            throws MalformedRecordException {
        Route route = Fields.constant("route", Route.class, from.getRoute());
        Reason reason = Fields.optional("reason", Reason.class, from.getReason());
        if ((route == Route.ACCEPTED) != (reason == null)) {
            throw new MalformedRecordException("route " + route + " does not go with reason " + reason);
        }
        @Nullable
        String answer = from.getAnswer();
        boolean copy = route == Route.ACCEPTED && applied != null && from.getLot() < applied.auditShare();
        return new Decision(route, reason, Fields.constant("result", Result.class, from.getResult()),
                answer == null ? null : new Answer(answer), from.getDetail(), from.getScorable(), copy);
    }

    static void write(dev.andon.schema.Inspection.Builder to, Decision decision) {
        to.setRoute(decision.route().name()).setReason(Fields.name(decision.reason()))
                .setResult(decision.result().name()).setAnswer(Fields.text(decision.answer()))
                .setDetail(decision.detail()).setScorable(decision.scorable());
    }
}
