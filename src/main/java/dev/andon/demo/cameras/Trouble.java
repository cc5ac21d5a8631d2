package dev.andon.demo.cameras;

import java.util.random.RandomGenerator;

/**
 * One disturbance of one frame.
 *
 * @param kind     what it is
 * @param strength 0 (hardly visible) to 1 (hides the decisive place)
 */
record Trouble(TroubleKind kind, double strength) {

    /** Any kind alike; two in three are stronger than half. */
    static Trouble any(RandomGenerator random) {
        TroubleKind[] kinds = TroubleKind.values();
        return new Trouble(kinds[random.nextInt(kinds.length)], Math.pow(random.nextDouble(), 0.6));
    }
}
