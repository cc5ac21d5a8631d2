package dev.andon.http;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Time and chance, which tests replace.
 *
 * @param clock   what the time is
 * @param random  source of jitter; any thread
 * @param sleeper how a thread pauses
 */
public record Ambience(InstantSource clock, RandomGenerator random, Sleeper sleeper) {

    /** The real ones. */
    public static Ambience real() {
        return new Ambience(InstantSource.system(), () -> ThreadLocalRandom.current().nextLong(), Thread::sleep);
    }
}
