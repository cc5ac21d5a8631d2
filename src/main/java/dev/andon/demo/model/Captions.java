package dev.andon.demo.model;

import java.util.random.RandomGenerator;

/** Puts a sample into words. */
final class Captions {

    private Captions() {}

    /**
     * A caption for the answer that was drawn: about what supports it, or, as often as the model is in doubt, about
     * whatever else it noticed or guesses.
     *
     * @param chosen index of the answer
     */
    static String write(Perception seen, Asked asked, Belief belief, int chosen, RandomGenerator random) {
        Finding finding = asked.meanings().get(chosen).orElse(Finding.UNSURE);
        boolean wanders = random.nextDouble() < belief.doubt();
        if (asked.japanese()) {
            return wanders ? Japanese.musing(random) : Japanese.seen(finding, random);
        }
        if (seen.subject() == Subject.UNKNOWN) {
            return unknown(seen, random);
        }
        return wanders
                ? Musings.any(seen, random)
                : English.of(seen.subject(), finding).say(seen.place(finding), random);
    }

    private static String unknown(Perception seen, RandomGenerator random) {
        String picture = Musings.picture(seen.quality(), random);
        return random.nextInt(3) == 0 ? picture : picture + " " + Musings.any(seen, random);
    }
}
