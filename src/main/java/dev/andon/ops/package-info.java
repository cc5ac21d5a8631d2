/**
 * Health and metrics over HTTP, for orchestrators, Prometheus and operators. Depends on {@code config} and
 * {@code metrics}; what is watched comes in as functions.
 */
@NullMarked
package dev.andon.ops;

import org.jspecify.annotations.NullMarked;
