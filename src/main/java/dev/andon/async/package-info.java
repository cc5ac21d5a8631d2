/**
 * Bounded asynchronous work whose results come out in order. Generic: knows nothing of frames or Kafka, and depends on the JDK alone.
 */
@NullMarked
package dev.andon.async;

import org.jspecify.annotations.NullMarked;
