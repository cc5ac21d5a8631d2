package dev.andon.ingest.trigger;

import java.time.Duration;

/** Settings as a camera might have them. */
final class TestJoins {

    static final Duration WINDOW = Duration.ofMillis(40);
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final JoinSettings.Memory MEMORY = new JoinSettings.Memory(Duration.ofSeconds(15), 64 << 20);
    static final ClockSettings CLOCK = clock(ClockSettings.Mode.CORRECT);
    static final JoinSettings NEAREST = new JoinSettings(JoinSettings.Choice.NEAREST, WINDOW, Duration.ZERO, PATIENCE,
            false, MEMORY, CLOCK);

    private TestJoins() {}

    static ClockSettings clock(ClockSettings.Mode mode) {
        return new ClockSettings(mode, Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(150));
    }

    static JoinSettings trusting(JoinSettings.Choice choice, Duration window) {
        return new JoinSettings(choice, window, Duration.ZERO, PATIENCE, false, MEMORY,
                clock(ClockSettings.Mode.TRUST));
    }
}
