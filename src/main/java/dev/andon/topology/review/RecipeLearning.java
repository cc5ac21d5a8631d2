package dev.andon.topology.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.andon.core.calibration.Change;
import dev.andon.core.calibration.EvidenceFrames;
import dev.andon.core.calibration.Learner;
import dev.andon.core.calibration.Standing;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.LineId;
import dev.andon.topology.review.LineRules.InForce;
import dev.andon.topology.state.Lesson;

/** The learner of one recipe, with the numbers of what was published of it. One thread. */
final class RecipeLearning {

    /** Before there was any change. */
    private static final String BEGUN = "BEGUN";

    private final LineId line;
    private final Learner learner;
    private RecipeRevision revision;
    private long version;
    private String cause;
    private Instant changedAt;

    private RecipeLearning(LineId line, Learner learner, RecipeRevision revision, long version, String cause,
            Instant changedAt) {
        this.line = line;
        this.learner = learner;
        this.revision = revision;
        this.version = version;
        this.cause = cause;
        this.changedAt = changedAt;
    }

    /** Of a recipe that is new. */
    static RecipeLearning begin(LineId line, InForce inForce, EvidenceFrames evidence, Instant now) {
        Recipe recipe = inForce.recipe();
        Learner learner = Learner.begin(inForce.revision().hash(), recipe.threshold(), recipe.auditShare(), now,
                evidence);
        return new RecipeLearning(line, learner, inForce.revision(), 1, BEGUN, now);
    }

    /** Goes on with what was kept. */
    static RecipeLearning resume(Lesson lesson, EvidenceFrames evidence) {
        RecipeRevision revision = new RecipeRevision(lesson.recipeId(), lesson.revision(),
                lesson.state().recipeHash());
        return new RecipeLearning(lesson.line(), new Learner(lesson.state(), evidence), revision, lesson.version(),
                lesson.cause(), lesson.changedAt());
    }

    LineId line() {
        return line;
    }

    /**
     * What follows from something that happens.
     *
     * @param event tells the learner of it
     */
    List<ThresholdChange> learn(Instant now, Function<Learner, List<Change>> event) {
        List<ThresholdChange> published = new ArrayList<>();
        for (Change change : event.apply(learner)) {
            published.add(new ThresholdChange(line, revision, change.before(), change.after(), version, version + 1,
                    change.mode(), change.evidence(), change.cause().name(), now));
            version++;
            cause = change.cause().name();
            changedAt = now;
        }
        return published;
    }

    /** Another policy came, which may say the same of this recipe. */
    List<ThresholdChange> rule(InForce inForce, Instant now) {
        revision = inForce.revision();
        Recipe recipe = inForce.recipe();
        return learn(now, it -> it.ruled(inForce.revision().hash(), recipe.threshold(), recipe.auditShare(), now));
    }

    /** How things stand. */
    Standing standing() {
        return learner.standing();
    }

    /** What is known, to be kept. */
    Lesson lesson() {
        return new Lesson(line, revision.id(), revision.revision(), version, cause, changedAt, learner.state());
    }

    /** What is known, to be published. */
    LearntThreshold published() {
        Standing standing = learner.standing();
        Standing.Progress progress = standing.progress();
        return new LearntThreshold(revision, standing.value(), version, standing.mode(), standing.evidence(), cause,
                standing.validUntil(), changedAt,
                new LearntThreshold.Progress(progress.labelled(), progress.pending(), progress.nextLook(),
                        progress.toGo(), progress.coverage(), progress.held(), progress.alarm()));
    }
}
