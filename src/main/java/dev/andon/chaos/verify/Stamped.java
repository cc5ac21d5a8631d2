package dev.andon.chaos.verify;

import java.time.Instant;

/**
 * A value and when its record was written, whatever time it speaks of itself.
 *
 * @param written timestamp of the record
 */
record Stamped<T>(Instant written, T value) {}
