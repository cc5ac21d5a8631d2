/**
 * Everything that a demonstration needs on one machine: broker and registry as child processes, synthetic cameras, a simulated vision-language model, and the summary. May depend on every package.
 */
@NullMarked
package dev.andon.demo;

import org.jspecify.annotations.NullMarked;
