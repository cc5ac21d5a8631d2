package dev.andon.chaos.jury;

import dev.andon.chaos.clients.Sending;
import dev.andon.core.review.Verdict;

/**
 * One verdict as it was sent.
 *
 * @param sending what is known of its way into the topic
 */
public record Said(Verdict verdict, Sending sending) {}
