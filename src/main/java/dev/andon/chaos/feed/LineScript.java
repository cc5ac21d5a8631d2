package dev.andon.chaos.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a line sends, without end: the same random numbers give the same records. One thread. */
final class LineScript {

    /** Frames back to which a repetition may go. */
    private static final int MEMORY = 400;

    private final String line;
    private final Rhythm rhythm;
    private final boolean many;
    private final RandomGenerator random;
    private final List<Shot> sent = new ArrayList<>();
    private int number;

    /** @param many whether there is more than one partition, so that a frame can go astray */
    LineScript(String line, Rhythm rhythm, boolean many, RandomGenerator random) {
        this.line = line;
        this.rhythm = rhythm;
        this.many = many;
        this.random = random;
    }

    Shot next() {
        Duration pause = rhythm.next();
        double kind = random.nextDouble();
        if (kind < 0.03 && !sent.isEmpty()) {
            return again(pause);
        }
        if (kind < 0.04 && !sent.isEmpty()) {
            return conflicting(pause);
        }
        Shot shot = fresh(pause, kind < 0.06 ? mishap() : Content.IMAGE);
        if (shot.content() == Content.IMAGE) {
            remember(shot);
        }
        return shot;
    }

    private void remember(Shot shot) {
        if (sent.size() == MEMORY) {
            sent.removeFirst();
        }
        sent.add(shot);
    }

    /** Half of the repetitions come at once, the others at any time later. */
    private Shot earlier() {
        return random.nextBoolean() ? sent.getLast() : sent.get(random.nextInt(sent.size()));
    }

    private Shot again(Duration pause) {
        Shot first = earlier();
        return new Shot(pause, first.frameId(), first.picture(), Content.IMAGE, false);
    }

    private Shot conflicting(Duration pause) {
        return new Shot(pause, earlier().frameId(), picture(line + " other " + number++), Content.IMAGE, false);
    }

    private Shot fresh(Duration pause, Content content) {
        String id = line + "-" + number++;
        boolean byUri = content == Content.OUTSIDE || (content == Content.IMAGE && random.nextDouble() < 0.08);
        return new Shot(pause, id, picture(id), content, byUri);
    }

    private Content mishap() {
        List<Content> mishaps = many
                ? List.of(Content.TEXT, Content.TRUNCATED, Content.OUTSIDE, Content.GARBAGE, Content.ASTRAY)
                : List.of(Content.TEXT, Content.TRUNCATED, Content.OUTSIDE, Content.GARBAGE);
        return mishaps.get(random.nextInt(mishaps.size()));
    }

    /** Mostly as the camera takes them; the model makes little of reduced ones. */
    private Picture picture(String mark) {
        double kind = random.nextDouble();
        int shot = random.nextInt(1000);
        String product = LineNames.product(line);
        if (kind < 0.05) {
            return new Picture(product, shot, 4, mark, 0);
        }
        if (kind < 0.1) {
            return new Picture(product, shot, 2, mark, 0);
        }
        if (kind < 0.9) {
            return new Picture(product, shot, 1, mark, 0);
        }
        int size = kind < 0.98 ? random.nextInt(100_000, 400_000) : random.nextInt(1_500_000, 2_000_000);
        return new Picture(product, shot, 1, mark, size);
    }
}
