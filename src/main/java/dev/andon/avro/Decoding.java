package dev.andon.avro;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What became of bytes that were to be read. */
public sealed interface Decoding<T> {

    /** They were read. */
    record Decoded<T>(T value) implements Decoding<T> {}

    /**
     * They can never be read, however often one tries.
     *
     * @param exceptionClass name of the exception behind it
     * @param message        what is wrong, with the value
     * @param stackTrace     where it was found; its first {@value #MAX_TRACE} characters
     */
    record Undecodable<T>(String exceptionClass, String message, String stackTrace) implements Decoding<T> {

        private static final int MAX_TRACE = 8_000;

        static <T> Undecodable<T> because(Throwable cause) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            trace.getBuffer().setLength(Math.min(trace.getBuffer().length(), MAX_TRACE));
            return new Undecodable<>(cause.getClass().getName(), message, trace.toString());
        }
    }

    /** Nobody can say yet: the registry does not answer. Try the same bytes again later. */
    record RegistryAway<T>(String detail) implements Decoding<T> {}
}
