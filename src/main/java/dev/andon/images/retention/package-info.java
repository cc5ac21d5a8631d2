/**
 * How long stored images are kept, by what came of the frames that they show. Pure arithmetic over records and a store.
 * Depends on {@code core} and {@code images}.
 */
@NullMarked
package dev.andon.images.retention;

import org.jspecify.annotations.NullMarked;
