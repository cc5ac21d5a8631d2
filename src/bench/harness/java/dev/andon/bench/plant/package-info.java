/**
 * What a measurement needs besides its contender: broker and registry, topics full of frames, the processes of the
 * contenders, and a reader of what they wrote. Depends on {@code stub} and {@code work}.
 */
@NullMarked
package dev.andon.bench.plant;

import org.jspecify.annotations.NullMarked;
