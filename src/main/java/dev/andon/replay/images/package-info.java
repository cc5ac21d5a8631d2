/**
 * Where the images of recorded inspections can be found again, and how many of them can: by records, a directory, a
 * store and the offsets of a topic. Depends on {@code core} and {@code images}.
 */
@NullMarked
package dev.andon.replay.images;

import org.jspecify.annotations.NullMarked;
