/**
 * Simulated people who judge held and audited frames of the demonstration. Depends on the core, {@code avro} and
 * {@code config}.
 */
@NullMarked
package dev.andon.demo.reviewers;

import org.jspecify.annotations.NullMarked;
