package dev.andon.chaos.schedule;

import java.time.Duration;

/**
 * When kills are due whose recovery is measured: of both kinds in turn, spread over the plan, however short it is. One
 * thread.
 */
final class Measurements {

    /** Who is to go on with the work of the killed instance. */
    enum Kind {

        /** The other instances: it stays down for a while. */
        TAKEOVER,

        /** The instance itself, started again at once. */
        RESTART
    }

    private static final Duration APART = Duration.ofMinutes(2);

    /** The first one is due after this share of its part of the plan, so that a late one still ends within it. */
    private static final double FIRST = 0.25;

    private final Duration length;
    private final int wanted;
    private int past;

    Measurements(Duration length) {
        this.length = length;
        this.wanted = Math.toIntExact(Math.max(Kind.values().length, length.dividedBy(APART)));
    }

    /** When the next one is due; the end of the plan where none is. */
    Duration next() {
        return past == wanted
                ? length
                : Duration.ofMillis(Math.round(length.toMillis() * (past + FIRST) / wanted));
    }

    /** Whether one is due. */
    boolean isDue(Duration at) {
        return past < wanted && at.compareTo(next()) >= 0;
    }

    /** Which kind the next one is. */
    Kind kind() {
        return Kind.values()[past % Kind.values().length];
    }

    /** The next one is planned, or there is no time left for it. */
    void over() {
        past++;
    }
}
