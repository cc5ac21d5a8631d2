/**
 * Reads single frames again from their topic, by position. Depends on {@code core} alone, and on the Kafka client.
 */
@NullMarked
package dev.andon.topology.source;

import org.jspecify.annotations.NullMarked;
