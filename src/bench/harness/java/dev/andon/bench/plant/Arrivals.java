package dev.andon.bench.plant;

import java.util.SplittableRandom;

/** Times at which frames come by chance: the pauses between them have an exponential distribution. One thread. */
public final class Arrivals {

    private final SplittableRandom random;
    private final double rate;
    private double due;

    /**
     * Always the same for a seed.
     *
     * @param rate frames a second
     */
    public Arrivals(double rate, long seed) {
        this.random = new SplittableRandom(seed);
        this.rate = rate;
    }

    /** Of the next frame, in seconds after the beginning. */
    public double next() {
        due += -Math.log(1 - random.nextDouble()) / rate;
        return due;
    }
}
