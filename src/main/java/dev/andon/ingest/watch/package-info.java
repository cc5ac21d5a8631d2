/**
 * Watches cameras: says how each is doing, as events, as metrics and by what is published of it. Depends on {@code core},
 * {@code metrics} and {@code ingest}.
 */
@NullMarked
package dev.andon.ingest.watch;

import org.jspecify.annotations.NullMarked;
