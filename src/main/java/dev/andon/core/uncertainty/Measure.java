package dev.andon.core.uncertainty;

import java.util.List;

import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Sample;

/**
 * One way to say how much the samples of a frame differ, from 0 (not at all) to 1. Pure, any thread.
 *
 * <p>Every measure keeps four promises: the value is never NaN; identical samples give exactly 0 (but for
 * {@code abstain-share}, which is no difference but a share); the order of the samples changes no bit of it; and it is
 * the same on every machine.
 */
sealed interface Measure {

    /** As policies, records and metrics spell it. */
    String name();

    /** Whether captions in this language (BCP 47 tag) can be scored, by whatever embedder where one is needed. */
    default boolean reads(String language) {
        return true;
    }

    /** A measure that looks at the samples alone. */
    non-sealed interface OfSamples extends Measure {

        /** Whether these samples can be scored. */
        default boolean reads(List<Sample> samples) {
            return true;
        }

        /** The score of samples that it reads and that answer a recipe with these labels; there are at least 2. */
        double score(List<Sample> samples, Labels labels);

        /**
         * Where the score can end when so many samples more have come; {@link Range#ANY} where nothing better is known.
         *
         * @param missing at least 1
         */
        default Range range(List<Sample> samples, Labels labels, int missing) {
            return Range.ANY;
        }
    }

    /** A measure that looks at how alike the captions are, whoever embedded them, and when. */
    non-sealed interface OfCosines extends Measure {

        /**
         * The score of captions with these cosines.
         *
         * @param cosines in the order of the captions themselves, not of the samples: so it may show in the last bits
         */
        double score(Cosines cosines);

        /**
         * Where the score can end when so many captions more have come; {@link Range#ANY} where nothing better is known.
         *
         * @param missing at least 1
         */
        default Range range(Cosines cosines, int missing) {
            return Range.ANY;
        }
    }
}
