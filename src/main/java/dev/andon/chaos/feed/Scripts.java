package dev.andon.chaos.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import dev.andon.chaos.feed.Rhythm.Kind;

/**
 * Who sends how much. The first lines, one per partition, are steady and carry three fifths of the load; the next is
 * hot and carries a fifth alone; the others share the rest, every second one in bursts. Without enough lines for that
 * all are steady.
 */
final class Scripts {

    private static final double STEADY_SHARE = 0.6;
    private static final double HOT_SHARE = 0.2;

    private Scripts() {}

    /** A script per line. */
    static Map<String, LineScript> of(FeedSettings settings, int partitions) {
        List<String> lines = LineNames.spread(settings.lines(), partitions);
        SplittableRandom root = new SplittableRandom(settings.seed());
        Map<String, LineScript> scripts = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Rhythm rhythm = rhythm(i, partitions, settings, root.split());
            scripts.put(lines.get(i), new LineScript(lines.get(i), rhythm, partitions > 1, root.split()));
        }
        return scripts;
    }

    private static Rhythm rhythm(int line, int partitions, FeedSettings settings, SplittableRandom random) {
        double all = settings.framesPerSecond();
        int others = settings.lines() - partitions - 1;
        if (others < 1) {
            return new Rhythm(Kind.STEADY, all / settings.lines(), random);
        }
        if (line < partitions) {
            return new Rhythm(Kind.STEADY, STEADY_SHARE * all / partitions, random);
        }
        if (line == partitions) {
            return new Rhythm(Kind.RANDOM, HOT_SHARE * all, random);
        }
        return new Rhythm(line % 2 == 0 ? Kind.RANDOM : Kind.BURSTS, (1 - STEADY_SHARE - HOT_SHARE) * all / others,
                random);
    }
}
