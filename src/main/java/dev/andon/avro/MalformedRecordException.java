package dev.andon.avro;

/** Bytes or a record that have no meaning in the core; the message says what is wrong, with the value. */
public final class MalformedRecordException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedRecordException(String message) {
        super(message);
    }

    MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
