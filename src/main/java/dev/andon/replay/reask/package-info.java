/**
 * Asks again about recorded frames: which ones, by what policies, and how they come to the topics of an installation of
 * their own, each exactly once. The real application decides about them there. Depends on {@code core}, {@code config},
 * {@code avro}, {@code replay.images} and Kafka's clients.
 */
@NullMarked
package dev.andon.replay.reask;

import org.jspecify.annotations.NullMarked;
