/**
 * Keeps the frames of a camera while Kafka is slow or away, in memory and on disk, and sends them in order. Depends on
 * {@code ingest}, {@code core}, {@code avro} and {@code async}.
 */
@NullMarked
package dev.andon.ingest.buffer;

import org.jspecify.annotations.NullMarked;
