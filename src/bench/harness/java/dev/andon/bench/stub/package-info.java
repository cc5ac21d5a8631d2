/**
 * A server that speaks chat completions and stands for a vision-language model: a fixed number of slots, a distribution
 * of latencies, a queue, and a count of how long the slots were busy. Uses the JDK alone.
 */
@NullMarked
package dev.andon.bench.stub;

import org.jspecify.annotations.NullMarked;
