package dev.andon.ingest.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Lets requests in to a desk that answers them, and hears those out that are refused. Immutable.
 *
 * @param receivedWithin the time for a body
 */
record Entrance(Access access, Duration receivedWithin, InstantSource clock) {

    /** Works on a request. */
    interface Desk {

        Answer take(Body.Source body) throws Refused;
    }

    /** @param heardOut bytes of a refused body that are read nevertheless */
    Answer let(HttpServletRequest request, long heardOut, Desk desk) throws IOException {
        Instant start = clock.instant();
        Body.Source body = () -> new TimedStream(request.getInputStream(), start, receivedWithin, clock);
        try {
            access.check(request.getHeader("Authorization"), request.getHeader("Origin"));
            return desk.take(body);
        } catch (Refused refused) {
            if (request.getHeader("Expect") == null) {
                Body.discard(body.open(), heardOut);
            }
            return refused.answer();
        }
    }
}
