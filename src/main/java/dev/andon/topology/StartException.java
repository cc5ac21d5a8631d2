package dev.andon.topology;

import org.jspecify.annotations.Nullable;

/** Why an application cannot start, as one sentence with what to do. */
public final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
