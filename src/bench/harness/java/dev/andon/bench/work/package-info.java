/**
 * What every contender does with a frame, so that they differ in nothing but their engine: decode, check the image, ask
 * N times, score. It is made of the parts of the program. Depends on those alone.
 */
@NullMarked
package dev.andon.bench.work;

import org.jspecify.annotations.NullMarked;
