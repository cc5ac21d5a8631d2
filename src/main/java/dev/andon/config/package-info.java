/**
 * The configuration as a tree of records, and its loader. Depends on {@code core}.
 */
@NullMarked
package dev.andon.config;

import org.jspecify.annotations.NullMarked;
