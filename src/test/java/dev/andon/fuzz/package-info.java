/**
 * Feeds readers of foreign bytes with damaged examples. {@code mvn test -Dtest='*FuzzTest' -Dandon.fuzz.inputs=N} gives N
 * inputs to each; a failure says how to repeat its one input.
 */
@NullMarked
package dev.andon.fuzz;

import org.jspecify.annotations.NullMarked;
