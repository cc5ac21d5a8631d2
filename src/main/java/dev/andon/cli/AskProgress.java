package dev.andon.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Says how a replay gets on: on a terminal in one line that is rewritten, elsewhere now and then in a line. One thread.
 */
final class AskProgress implements AskAgain.Progress, AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String TO_LINE_START = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private @Nullable Instant start;
    private long decidedAtStart;
    private Instant next = Instant.MIN;

    AskProgress(PrintWriter out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public void at(long decided, long copied, long toCopy) {
        Instant now = clock.instant();
        if (start == null) {
            start = now;
            decidedAtStart = decided;
        }
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(terminal ? ON_TERMINAL : ELSEWHERE);
        String line = describe(decided, copied + toCopy, decided - decidedAtStart, Duration.between(start, now));
        if (terminal) {
            out.print(TO_LINE_START + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    /**
     * One line.
     *
     * @param lately frames that were decided within {@code time}
     */
    static String describe(long decided, long all, long lately, Duration time) {
        double rate = time.isZero() ? 0 : lately * 1e9 / time.toNanos();
        String left = rate == 0
                ? ""
                : ", " + Amounts.time(Duration.ofMillis(Math.round(1_000 * (all - decided) / rate)))
                        + " left";
        return String.format(Locale.ROOT, "%,d of %,d decided (%.0f %%), %.1f a second%s", decided, all,
                all == 0 ? 100.0 : 100.0 * decided / all, rate, left);
    }

    @Override
    public void close() {
        if (terminal) {
            out.println();
        }
    }
}
