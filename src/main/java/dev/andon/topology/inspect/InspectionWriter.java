package dev.andon.topology.inspect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Inspection.Applied;
import dev.andon.core.decision.Inspection.Asking;
import dev.andon.core.decision.Inspection.Subject;
import dev.andon.core.decision.Inspection.Times;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Route;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.Sha256;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/** Puts the record of a decision together. Pure functions. */
final class InspectionWriter {

    private static final int ID_LENGTH = 32;

    private InspectionWriter() {}

    static Inspection write(Dossier dossier, Findings findings, Decision decision, @Nullable Sampled sampled,
            Shown shown, Instant decided, boolean simulated) {
        Frame frame = dossier.frame();
        Scores scores = findings.scores();
        Recipe recipe = findings.recipe();
        List<Sample> samples = sampled == null ? List.of() : sampled.outcome().samples();
        Double uncertainty = scores == null || recipe == null ? null : scores.byMeasure().get(recipe.measure());
        Purpose purpose = decision.route() == Route.HUMAN_REVIEW ? Purpose.DECIDE : null;
        Times times = new Times(frame == null ? null : frame.capturedAt(), dossier.receivedAt(), decided);
        return new Inspection(id(dossier), subject(frame), dossier.line(), null, decision, purpose, scores, uncertainty,
                samples, asking(recipe, sampled), applied(dossier),
                reference(dossier, shown.stored()),
                shown.inline(), shown.type(), dossier.lot(), times, simulated);
    }

    private static Asking asking(@Nullable Recipe recipe, @Nullable Sampled sampled) {
        if (sampled == null || recipe == null) {
            return Asking.NOTHING;
        }
        SamplingOutcome outcome = sampled.outcome();
        return new Asking(outcome.asked(), outcome.invalid(),
                outcome.stopped() ? recipe.plan().stopping().kind() : null, sampled.sent(), sampled.reuse());
    }

    /** The same in every repetition, and different for each record, also where a frame id is used twice. */
    private static String id(Dossier dossier) {
        Frame frame = dossier.frame();
        String text = dossier.position() + "\n" + dossier.receivedAt() + "\n"
                + (frame == null ? "" : frame.id().value());
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    }

    private static Subject subject(@Nullable Frame frame) {
        return frame == null
                ? new Subject(null, null, null, null, null, null)
                : new Subject(frame.id(), frame.cameraId(), frame.stationId(), frame.unitId(), frame.workOrder(),
                        frame.partNumber());
    }

    private static @Nullable Applied applied(Dossier dossier) {
        Dossier.Basis basis = dossier.basis();
        if (basis == null) {
            return null;
        }
        Recipe recipe = basis.recipe();
        return new Applied(basis.policy().version(), recipe.id(), recipe.revision(), basis.recipeHash(), recipe.model(),
                recipe.measure(), recipe.auditShare(), basis.threshold());
    }

    private static ImageReference reference(Dossier dossier, @Nullable URI stored) {
        Frame frame = dossier.frame();
        URI given = frame != null && frame.image() instanceof ImageSource.Reference(URI uri) ? uri : null;
        return new ImageReference(stored != null ? stored : given, dossier.position(),
                frame == null ? "" : frame.sha256());
    }
}
