/**
 * What is broken when: a plan that a seed determines, within bounds that leave the system able to recover. Depends on
 * nothing else of ours.
 */
@NullMarked
package dev.andon.chaos.schedule;

import org.jspecify.annotations.NullMarked;
