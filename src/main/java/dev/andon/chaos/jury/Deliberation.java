package dev.andon.chaos.jury;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import dev.andon.core.decision.Inspection;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * What the jury says of one inspection: determined by the seed, the inspection's id, and whether it is asked. Most of those
 * that it is asked about get one verdict, which mostly agrees with the model; some get a second one that corrects the
 * first, which may come before it; some the same one twice, and some none. A few of those that it is not asked about are
 * overruled from downstream. And now and then it judges what nobody inspected. One thread.
 */
final class Deliberation {

    private static final double OVERRULED = 0.05;
    private static final double ON_NOTHING = 0.03;
    private static final double MISTAKEN = 0.1;

    private static final int FIRST_WITHIN_MILLIS = 3_000;
    private static final int SECOND_WITHIN_MILLIS = 6_000;

    private final Inspection inspection;
    private final Result said;
    private final RandomGenerator random;
    private final List<Statement> statements = new ArrayList<>();

    private Deliberation(Inspection inspection, Result said, RandomGenerator random) {
        this.inspection = inspection;
        this.said = said;
        this.random = random;
    }

    /**
     * The statements on an inspection, or on its audit copy.
     *
     * @param said what the model says of it, {@code OK} or {@code NOT_OK}
     */
    static List<Statement> on(Inspection inspection, Result said, long seed) {
        boolean asked = inspection.purpose() != null;
        RandomGenerator random = new SplittableRandom(seed + inspection.id().hashCode() + (asked ? 1 : 0));
        Deliberation deliberation = new Deliberation(inspection, said, random);
        if (asked) {
            deliberation.answer();
            deliberation.judgeNothing();
        } else if (random.nextDouble() < OVERRULED) {
            deliberation.say(deliberation.verdict(3, opposite(said), Basis.DOWNSTREAM), deliberation.soon());
        }
        return List.copyOf(deliberation.statements);
    }

    private void answer() {
        double kind = random.nextDouble();
        Duration soon = soon();
        Duration later = soon.plusMillis(random.nextInt(SECOND_WITHIN_MILLIS));
        Result first = random.nextDouble() < MISTAKEN ? opposite(said) : said;
        if (kind < 0.6) {
            say(verdict(1, first, Basis.IMAGE), soon);
        } else if (kind < 0.7) {
            say(verdict(1, opposite(first), Basis.IMAGE), soon);
            say(verdict(2, first, Basis.PART), later);
        } else if (kind < 0.8) {
            say(verdict(2, first, Basis.PART), soon);
            say(verdict(1, opposite(first), Basis.IMAGE), later);
        } else if (kind < 0.88) {
            say(verdict(1, first, Basis.IMAGE), soon);
            say(verdict(1, first, Basis.IMAGE), later);
        } else if (kind < 0.92) {
            say(verdict(1, Result.NOT_DECIDABLE, Basis.IMAGE), soon);
        }
    }

    private void judgeNothing() {
        if (random.nextDouble() < ON_NOTHING) {
            String nothing = "nobody inspected " + inspection.id();
            say(verdict("on nothing " + inspection.id(), nothing, 1, said, Basis.IMAGE, null), Duration.ZERO);
        }
    }

    private Duration soon() {
        return Duration.ofMillis(random.nextInt(FIRST_WITHIN_MILLIS));
    }

    private void say(Verdict verdict, Duration after) {
        statements.add(new Statement(after, verdict));
    }

    /** @param number in the order of time */
    private Verdict verdict(int number, Result result, Basis basis) {
        String corrected = number == 2 ? id(1) : null;
        return verdict(id(number), inspection.id(), number, result, basis, corrected);
    }

    private Verdict verdict(String id, String inspectionId, int number, Result result, Basis basis,
            @Nullable String corrected) {
        return new Verdict(id, inspectionId, inspection.line(), result, null, basis, "chaos",
                inspection.times().decided().plusSeconds(number), null, corrected, null);
    }

    private String id(int number) {
        return "verdict " + number + " on " + inspection.id();
    }

    private static Result opposite(Result said) {
        return said == Result.OK ? Result.NOT_OK : Result.OK;
    }
}
