/**
 * The processor that decides: takes frames in, keeps them in the ledger while the model is asked, and lets decisions
 * out in the order of their line. Depends on {@code core}, {@code async}, {@code avro}, {@code images}, {@code metrics}
 * and the other packages of {@code topology}, but for {@code review}.
 */
@NullMarked
package dev.andon.topology.inspect;

import org.jspecify.annotations.NullMarked;
