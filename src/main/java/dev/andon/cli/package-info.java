/**
 * The commands. Composition root: may depend on every package.
 */
@NullMarked
package dev.andon.cli;

import org.jspecify.annotations.NullMarked;
