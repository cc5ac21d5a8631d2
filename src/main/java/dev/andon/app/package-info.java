/**
 * Puts the applications together from their configuration, the same way for every command. Depends on every package but
 * {@code cli} and {@code demo}.
 */
@NullMarked
package dev.andon.app;

import org.jspecify.annotations.NullMarked;
