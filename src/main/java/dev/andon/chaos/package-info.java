/**
 * Proof of the promises under fire: everything on one machine, killed, suspended and misled by a seeded plan, then
 * verified from the topics alone. May depend on every package but the command line.
 */
@NullMarked
package dev.andon.chaos;

import org.jspecify.annotations.NullMarked;
