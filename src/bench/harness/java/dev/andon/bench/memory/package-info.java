/**
 * How much memory the program takes over time, with large frames and little heap. Depends on {@code plant}, {@code stub}
 * and {@code report}.
 */
@NullMarked
package dev.andon.bench.memory;

import org.jspecify.annotations.NullMarked;
