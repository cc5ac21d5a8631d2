package dev.andon.core.sampling;

/**
 * When a frame is given up asking about before it has all its samples, and in which waves it is asked about. A frame
 * never stops below {@code minSamples}; one whose lot wins, and one in cold start, takes all samples whatever its rule.
 */
public sealed interface StoppingRule {

    /** The rules by name. */
    enum Kind {
        /** {@link AllSamples}. */
        NONE,
        /** {@link Lossless}. */
        LOSSLESS,
        /** {@link UnanimousWindow}. */
        UNANIMOUS_WINDOW
    }

    Kind kind();

    /**
     * How many samples are asked for at first.
     *
     * @param samples N
     * @return 1 to N
     */
    int firstWave(int samples);

    /**
     * How many are asked for at a time once that is over.
     *
     * @param samples N
     * @return 1 to N
     */
    int nextWave(int samples);

    /** Never: every frame takes all samples, asked for at once. */
    record AllSamples() implements StoppingRule {

        @Override
        public Kind kind() {
            return Kind.NONE;
        }

        @Override
        public int firstWave(int samples) {
            return samples;
        }

        @Override
        public int nextWave(int samples) {
            return samples;
        }
    }

    /**
     * As soon as no answers to what is missing could change the route, whatever they were. Waves as large as N cost no
     * time: what is under way when the route is settled is broken off. Smaller ones save more calls and take longer.
     *
     * @param first samples of the first wave; at least 1
     * @param next  samples of each further wave; at least 1
     */
    record Lossless(int first, int next) implements StoppingRule {

        @Override
        public Kind kind() {
            return Kind.LOSSLESS;
        }

        @Override
        public int firstWave(int samples) {
            return Math.min(first, samples);
        }

        @Override
        public int nextWave(int samples) {
            return Math.min(next, samples);
        }
    }

    /**
     * After the first wave, if its answers agree, none of them abstains, and their score is below a bound; everything
     * else is asked for at once if not. The bound is a constant and not the threshold, since otherwise each change of the
     * threshold would change the scores that it is learnt from.
     *
     * @param window   samples of the first wave; at least 2
     * @param maxScore of the recipe's measure; above 0, up to 1, itself no longer below
     */
    record UnanimousWindow(int window, double maxScore) implements StoppingRule {

        @Override
        public Kind kind() {
            return Kind.UNANIMOUS_WINDOW;
        }

        @Override
        public int firstWave(int samples) {
            return Math.min(window, samples);
        }

        @Override
        public int nextWave(int samples) {
            return samples;
        }
    }
}
