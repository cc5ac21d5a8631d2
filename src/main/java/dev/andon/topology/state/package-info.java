/**
 * The state stores of the inspect application, each behind a class that speaks in core types. Depends on {@code core},
 * {@code avro} and the generated state schemas.
 */
@NullMarked
package dev.andon.topology.state;

import org.jspecify.annotations.NullMarked;
