/** {@code andon bench}: the commands. Depends on everything else here. */
@NullMarked
package dev.andon.bench;

import org.jspecify.annotations.NullMarked;
