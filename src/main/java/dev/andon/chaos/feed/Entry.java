package dev.andon.chaos.feed;

import java.time.Instant;

import dev.andon.chaos.clients.Sending;
import dev.andon.core.frame.Position;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was sent.
 *
 * @param number    of the record, from 0; it travels in the header {@value Journal#HEADER}. Rises within a line
 * @param line      id of the line
 * @param frameId   the frame's; of garbage, what it would have been
 * @param sha256    of the image as declared
 * @param content   what it holds
 * @param sent      when it was handed to the producer
 * @param sending   what is known of its way into the topic
 */
public record Entry(int number, String line, String frameId, String sha256, Content content, Instant sent,
        Sending sending) {

    /** Where it stands; null while that is not known. */
    public @Nullable Position position() {
        return sending.position();
    }

    Entry with(Sending known) {
        return new Entry(number, line, frameId, sha256, content, sent, known);
    }
}
