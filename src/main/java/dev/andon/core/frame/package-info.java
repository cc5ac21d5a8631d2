/**
 * Camera frames and what identifies them. Depends on the JDK alone.
 */
@NullMarked
package dev.andon.core.frame;

import org.jspecify.annotations.NullMarked;
