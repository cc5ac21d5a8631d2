/**
 * Kafka's clients as they have to be where brokers die: producers that wait for them, and consumers that read along.
 * Depends on {@code config} and Kafka's clients.
 */
@NullMarked
package dev.andon.chaos.clients;

import org.jspecify.annotations.NullMarked;
