package dev.andon.chaos.feed;

import java.time.Instant;

import dev.andon.chaos.clients.Sending;

/** What is known of a record before it has a number; see {@link Entry}. */
record Draft(String line, String frameId, String sha256, Content content, Instant sent) {

    Entry entry(int number) {
        return new Entry(number, line, frameId, sha256, content, sent, new Sending.Pending());
    }
}
