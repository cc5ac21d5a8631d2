package dev.andon.topology.state;

import java.time.Instant;

import dev.andon.core.calibration.LearnerState;
import dev.andon.core.calibration.LearnerState.Evidence;
import dev.andon.core.calibration.LearnerState.Scores;
import dev.andon.core.calibration.LearnerState.Window;
import dev.andon.core.frame.LineId;
import dev.andon.schema.state.RecipeLessons;

/** Lessons in state. Pure functions. */
final class LessonForm {

    private LessonForm() {}

    static RecipeLessons write(Lesson lesson) {
        LearnerState state = lesson.state();
        Window window = state.window();
        Scores scores = state.scores();
        return RecipeLessons.newBuilder().setLineId(lesson.line().value()).setRecipeId(lesson.recipeId())
                .setRevision(lesson.revision()).setRecipeHash(state.recipeHash()).setVersion(lesson.version())
                .setCause(lesson.cause()).setChangedAt(lesson.changedAt().toEpochMilli())
                .setRule(RuleForm.write(state.rule())).setRecipeAuditShare(state.auditShare())
                .setWindowStart(window.start().toEpochMilli()).setLatest(window.latest().toEpochMilli())
                .setAuditShare(window.auditShare()).setFrames(window.frames()).setHeld(window.held())
                .setCalls(window.calls()).setLooks(window.looks()).setAlarm(window.alarm())
                .setPending(state.evidence().pending())
                .setEvidence(HistogramForm.write(state.evidence().resolved()))
                .setJudged(HistogramForm.write(state.judged()))
                .setScores(HistogramForm.write(scores.all()))
                .setLosingScores(HistogramForm.write(scores.losing()))
                .setEarlierScores(HistogramForm.write(scores.earlier()))
                .setReferenceScores(HistogramForm.write(scores.reference()))
                .setRecentScores(HistogramForm.write(scores.recent())).setRecentFrames(scores.recentFrames())
                .setLearnt(LearntForm.write(state.learnt())).build();
    }

    static Lesson read(RecipeLessons from) {
        try {
            return sound(from);
        } catch (IllegalArgumentException e) {
            throw UnusableStateException.damaged(e);
        }
    }

    /** @throws IllegalArgumentException if it cannot have been written like this */
    private static Lesson sound(RecipeLessons from) {
        FiniteNumbers.check(from);
        LearnerState state = new LearnerState(from.getRecipeHash(), RuleForm.read(from.getRule()),
                from.getRecipeAuditShare(), window(from),
                new Evidence(from.getPending(), HistogramForm.readOutcomes(from.getEvidence())),
                HistogramForm.readOutcomes(from.getJudged()), scores(from), LearntForm.read(from.getLearnt()));
        return new Lesson(new LineId(from.getLineId()), from.getRecipeId(), from.getRevision(), from.getVersion(),
                from.getCause(), Instant.ofEpochMilli(from.getChangedAt()), state);
    }

    private static Window window(RecipeLessons from) {
        return new Window(Instant.ofEpochMilli(from.getWindowStart()), Instant.ofEpochMilli(from.getLatest()),
                from.getAuditShare(), from.getFrames(), from.getHeld(), from.getCalls(), from.getLooks(),
                from.getAlarm());
    }

    private static Scores scores(RecipeLessons from) {
        return new Scores(HistogramForm.read(from.getScores()), HistogramForm.read(from.getLosingScores()),
                HistogramForm.read(from.getEarlierScores()), HistogramForm.read(from.getReferenceScores()),
                HistogramForm.read(from.getRecentScores()), from.getRecentFrames());
    }
}
