/**
 * What goes in while everything is being broken: frames of many lines in a known sequence, good and bad ones, and
 * policies that change. Depends on {@code core}, {@code avro}, {@code config}, {@code images}, {@code demo},
 * {@code chaos.clients} and Kafka's clients.
 */
@NullMarked
package dev.andon.chaos.feed;

import org.jspecify.annotations.NullMarked;
