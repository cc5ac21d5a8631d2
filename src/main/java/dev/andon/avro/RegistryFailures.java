package dev.andon.avro;

import java.io.IOException;
import java.util.Set;

/**
 * Tells "there is no such schema" from "the registry cannot say". Only the former may ever cost a record its life, so it
 * takes the registry's own error code; whatever else stands in between, like a proxy or a wrong path, counts as away.
 */
final class RegistryFailures {

    private static final Set<Integer> NOT_FOUND_CODES = Set.of(40401, 40402, 40403);
    private static final Set<Integer> LATER = Set.of(401, 403, 404, 407, 408, 425, 429);

    private RegistryFailures() {}

    /**
     * Of an answer that is not the wanted one.
     *
     * @param status of HTTP
     * @param code   of the registry; anything where the answer is not its own
     */
    static <T> Answer<T> ofStatus(int status, int code, String detail) {
        if (NOT_FOUND_CODES.contains(code)) {
            return new Answer.Absent<>(detail);
        }
        if (LATER.contains(status) || status >= 500) {
            return new Answer.Away<>(detail);
        }
        return new Answer.Refused<>(detail);
    }

    /** Of a failed exchange. The client reports a schema that it cannot parse as one, too. */
    static <T> Answer<T> ofTransport(IOException failure, String detail) {
        String message = failure.getMessage();
        boolean unusable = failure.getClass() == IOException.class && message != null
                && message.startsWith("Invalid schema");
        return unusable ? new Answer.Refused<>(detail) : new Answer.Away<>(detail);
    }
}
