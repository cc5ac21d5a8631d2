package dev.andon.demo.vlmserver;

import java.time.Duration;

/** A right answer that comes to grief on its way. */
sealed interface Transfer extends Fault {

    /** How much of the answer goes out before. */
    enum Stage {
        /** Nothing. */
        START,
        /** Status and headers. */
        HEADERS,
        /** Half of the body, too. */
        BODY
    }

    /** Whether it makes no difference what would have been answered. */
    default boolean atStart() {
        return switch (this) {
            case Reset(Stage stage) -> stage == Stage.START;
            case Hang(Stage stage, Duration _) -> stage == Stage.START;
            case Slow _ -> false;
            case Drip _ -> false;
        };
    }

    /** The connection is reset (TCP RST). */
    record Reset(Stage stage) implements Transfer {}

    /** Nothing more comes for so long; then the connection ends. */
    record Hang(Stage stage, Duration time) implements Transfer {}

    /** The whole answer comes so much later. */
    record Slow(Duration time) implements Transfer {}

    /** The body comes byte by byte and takes so long in all. */
    record Drip(Duration time) implements Transfer {}
}
