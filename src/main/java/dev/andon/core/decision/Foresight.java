package dev.andon.core.decision;

import java.util.Arrays;
import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Result;

/**
 * What rules 5 and 6 will say of a frame once it has all its samples, as far as that is certain: by the worst and the best
 * that the missing ones can do. Pure.
 *
 * @param ballot  of the samples that are there
 * @param missing samples to come, at least 1
 */
record Foresight(Ballot ballot, int missing) {

    /** Whether a rule on the answers will hold the frame, whatever the missing samples answer. */
    boolean willBeHeld() {
        return abstainsAnyway() || isLedByNoLabel() || disagreesAnyway();
    }

    /**
     * Whether all rules on the answers will let the frame pass with the same answer and result as now, whatever the missing
     * samples answer.
     */
    boolean willPass() {
        Answer answer = ballot.answer();
        Result result = ballot.result();
        return result != Result.NOT_DECIDABLE
                && share(ballot.answers().count(Answer.UNSURE) + missing) < ballot.recipe().limits().maxAbstainShare()
                && others(answer).stream().allMatch(other -> staysBehind(ballot.answers().count(other),
                        ballot.answers().count(answer)))
                && Arrays.stream(Result.values()).filter(other -> other != result)
                        .allMatch(other -> staysBehind(ballot.results().count(other), ballot.results().count(result)))
                && share(total() - ballot.results().count(result)) <= ballot.recipe().limits().maxDisagreement();
    }

    /** Rule 5: so many abstain already that the share of all is too large. */
    private boolean abstainsAnyway() {
        return share(ballot.answers().count(Answer.UNSURE)) >= ballot.recipe().limits().maxAbstainShare();
    }

    /** Rule 5: no label can come up with {@code unsure} or {@code unexpected} any more. */
    private boolean isLedByNoLabel() {
        int most = Math.max(ballot.answers().count(Answer.UNSURE), ballot.answers().count(Answer.UNEXPECTED));
        return ballot.recipe().labels().all().stream()
                .allMatch(label -> staysBehind(ballot.answers().count(new Answer(label.name())), most));
    }

    /** Rule 6: even if all agree from here on, too many have differed. */
    private boolean disagreesAnyway() {
        int most = Arrays.stream(Result.values()).mapToInt(ballot.results()::count).max().orElse(0);
        return share(ballot.results().total() - most) > ballot.recipe().limits().maxDisagreement();
    }

    private List<Answer> others(Answer answer) {
        return ballot.recipe().labels().answers().stream().filter(other -> !other.equals(answer)).toList();
    }

    private boolean staysBehind(int count, int leading) {
        return count + missing < leading;
    }

    /** Of all samples, those to come included. */
    private double share(int count) {
        return (double) count / total();
    }

    private int total() {
        return ballot.answers().total() + missing;
    }
}
