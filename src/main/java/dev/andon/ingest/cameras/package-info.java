/**
 * Runs the cameras of a process, each on a thread of its own, as their file says at the moment. Depends on {@code ingest} and
 * the packages below it, {@code config} and {@code core}.
 */
@NullMarked
package dev.andon.ingest.cameras;

import org.jspecify.annotations.NullMarked;
