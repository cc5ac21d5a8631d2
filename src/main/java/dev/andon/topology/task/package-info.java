/**
 * What the applications have in common towards Kafka Streams: one processor each that reads and writes bytes, and what time a
 * record has. Depends on nothing of ours.
 */
@NullMarked
package dev.andon.topology.task;

import org.jspecify.annotations.NullMarked;
