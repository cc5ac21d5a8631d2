package dev.andon.cli;

import java.io.IOException;
import java.io.PrintWriter;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Turns what was thrown into a message for people. */
final class Failures {

    private Failures() {}

    /** Prints the message and returns the exit code. */
    static int tell(Exception failure, PrintWriter err, boolean verbose) {
        err.println("andon: " + message(failure));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof CommandFailure known ? known.exitCode() : CommandFailure.FAILED;
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> String.valueOf(known.getMessage());
            case TimeoutException silent -> "Kafka does not answer: check kafka.bootstrap.servers and kafka.security.*"
                    + " (" + silent.getMessage() + ")";
            case KafkaException refused -> "Kafka refused: " + deepest(refused);
            case InterruptedException _ -> "interrupted";
            case IOException io -> io.getClass().getSimpleName() + ": " + io.getMessage();
            default -> failure + " (--verbose says where)";
        };
    }

    /** The message with that of its first cause, which says more. */
    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getCause() == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + cause.getMessage();
    }
}
