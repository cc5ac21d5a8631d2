/**
 * Joins word from the line, of which unit stands before a camera at which time, to the camera's pictures. Depends on
 * {@code ingest} and {@code core}.
 */
@NullMarked
package dev.andon.ingest.trigger;

import org.jspecify.annotations.NullMarked;
