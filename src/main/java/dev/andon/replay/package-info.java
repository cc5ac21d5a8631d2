/**
 * What history would have looked like: decisions anew from recorded samples, and what came of the difference. Reads nothing by
 * itself; depends on {@code core}.
 */
@NullMarked
package dev.andon.replay;

import org.jspecify.annotations.NullMarked;
