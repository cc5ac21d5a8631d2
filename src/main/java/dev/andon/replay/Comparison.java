package dev.andon.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.andon.core.decision.Decision;
import dev.andon.core.decision.Hindsight.View;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Route;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/** Recorded decisions beside those that there would be, counted. Those of several threads can be put together; one thread each. */
public final class Comparison {

    /**
     * From where to where frames go: reasons, or {@code OK} and {@code NOT_OK} for those that are accepted.
     */
    public record Passage(String before, String after) implements Comparable<Passage> {

        @Override
        public int compareTo(Passage other) {
            int order = before.compareTo(other.before);
            return order == 0 ? after.compareTo(other.after) : order;
        }
    }

    private final Truths truths;
    private final Tally all = new Tally();
    private final Map<String, Tally> lines = new TreeMap<>();
    private final Map<Instant, Tally> hours = new TreeMap<>();
    private final Map<Passage, Long> passages = new TreeMap<>();
    private final Map<String, Long> unseen = new TreeMap<>();
    private final Errors errorsBefore = new Errors();
    private final Errors errorsAfter = new Errors();
    private final Shortlist worst;
    private final Shortlist unjudged;
    private long changed;
    private long brokenOff;
    private long callsBefore;
    private long callsAfter;
    private long reviewsBefore;
    private long reviewsAfter;

    /**
     * An empty one.
     *
     * @param mostWorst    of the frames that change: the worst are kept whole
     * @param mostUnjudged likewise of those among them that were accepted and that nobody has judged
     */
    public Comparison(Truths truths, int mostWorst, int mostUnjudged) {
        this.truths = truths;
        this.worst = new Shortlist(mostWorst);
        this.unjudged = new Shortlist(mostUnjudged);
    }

    /** A frame. */
    public void add(Inspection before, View view) {
        switch (view) {
            case View.Unseen(String why) -> unseen.merge(why, 1L, Long::sum);
            case View.Seen after -> add(before, after, null);
        }
    }

    /** A frame that was asked about once more. */
    public void add(Inspection before, Inspection renewed) {
        add(before, new View.Seen(renewed.decision(), renewed.uncertainty(), renewed.samples().size(), false), renewed);
    }

    private void add(Inspection before, View.Seen after, @Nullable Inspection renewed) {
        boolean heldBefore = before.decision().route() == Route.HUMAN_REVIEW;
        boolean heldAfter = after.then().route() == Route.HUMAN_REVIEW;
        all.add(heldBefore, heldAfter);
        lines.computeIfAbsent(before.line().value(), _ -> new Tally()).add(heldBefore, heldAfter);
        hours.computeIfAbsent(before.times().decided().truncatedTo(ChronoUnit.HOURS), _ -> new Tally())
                .add(heldBefore, heldAfter);
        passages.merge(new Passage(name(before.decision()), name(after.then())), 1L, Long::sum);
        brokenOff += after.brokenOff() ? 1 : 0;
        callsBefore += before.samples().size();
        callsAfter += after.calls();
        reviewsBefore += heldBefore || before.decision().auditCopy() ? 1 : 0;
        reviewsAfter += heldAfter || after.then().auditCopy() ? 1 : 0;
        Result truth = truths.of(before.id());
        if (!heldBefore) {
            errorsBefore.add(before, before.decision().result(), truth);
        }
        if (!heldAfter) {
            errorsAfter.add(before, after.then().result(), truth);
        }
        if (Changed.is(before, after)) {
            changed++;
            keep(new Changed(before, after, renewed, truth));
        }
    }

    /** Takes over what another one has counted. */
    public void add(Comparison other) {
        all.add(other.all);
        other.lines.forEach((line, tally) -> lines.computeIfAbsent(line, _ -> new Tally()).add(tally));
        other.hours.forEach((hour, tally) -> hours.computeIfAbsent(hour, _ -> new Tally()).add(tally));
        other.passages.forEach((passage, count) -> passages.merge(passage, count, Long::sum));
        other.unseen.forEach((why, count) -> unseen.merge(why, count, Long::sum));
        errorsBefore.add(other.errorsBefore);
        errorsAfter.add(other.errorsAfter);
        changed += other.changed;
        brokenOff += other.brokenOff;
        callsBefore += other.callsBefore;
        callsAfter += other.callsAfter;
        reviewsBefore += other.reviewsBefore;
        reviewsAfter += other.reviewsAfter;
        worst.add(other.worst);
        unjudged.add(other.unjudged);
    }

    private void keep(Changed change) {
        worst.add(change);
        Decision before = change.before().decision();
        if (change.truth() == null && before.route() == Route.ACCEPTED && !before.auditCopy()) {
            unjudged.add(change);
        }
    }

    private static String name(Decision decision) {
        return decision.reason() == null ? decision.result().name() : decision.reason().name();
    }

    /** Of all frames that are seen. */
    public Tally all() {
        return all;
    }

    /** By the names of the lines. */
    public Map<String, Tally> lines() {
        return lines;
    }

    /** By the hour in which frames were decided. */
    public Map<Instant, Tally> hours() {
        return hours;
    }

    public Map<Passage, Long> passages() {
        return passages;
    }

    /** Frames of which nothing can be told, by why. */
    public Map<String, Long> unseen() {
        return unseen;
    }

    /** Of the frames that were accepted. */
    public Errors errorsBefore() {
        return errorsBefore;
    }

    /** Of the frames that would have been accepted. */
    public Errors errorsAfter() {
        return errorsAfter;
    }

    /** Frames whose route changes, or whose published result does. */
    public long changed() {
        return changed;
    }

    /** Frames that stopped early where they would have been asked more. */
    public long brokenOff() {
        return brokenOff;
    }

    /** Samples on record. */
    public long callsBefore() {
        return callsBefore;
    }

    /** Samples that would have been taken of them. */
    public long callsAfter() {
        return callsAfter;
    }

    /** Frames that a person judged, or was asked to: held ones and copies for audits. */
    public long reviewsBefore() {
        return reviewsBefore;
    }

    /** Frames that a person would have been asked to judge. */
    public long reviewsAfter() {
        return reviewsAfter;
    }

    /** The worst changes, the worst first. */
    public List<Changed> worst() {
        return worst.all();
    }

    /** The worst changes of frames that were accepted and that nobody has judged or been asked about, the worst first. */
    public List<Changed> unjudged() {
        return unjudged.all();
    }
}
