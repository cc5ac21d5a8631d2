package dev.andon.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.andon.core.frame.FrameId;
import dev.andon.core.sampling.Seeds;

/** The order in which recorded samples are drawn without replacement: the same for a frame in every run. Pure functions. */
final class Drawing {

    private Drawing() {}

    /**
     * Places in random order. The first n of them are a plain random sample of n, and those of a larger n begin with them, so that
     * what differs between values of n is not the luck of the draw.
     *
     * @param count of the samples
     */
    static List<Integer> order(FrameId frame, int count) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(places, new Random(Seeds.baseOf(frame)));
        return places;
    }
}
