/**
 * Dead letters: what their headers say, and how their records go back to where they came from. Depends on {@code core}
 * alone, and on the Kafka clients.
 */
@NullMarked
package dev.andon.topology.letters;

import org.jspecify.annotations.NullMarked;
