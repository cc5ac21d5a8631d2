/**
 * What the engine, HTTP and sentence vectors cost per frame, beside an application that only passes records through.
 * Depends on {@code plant}, {@code stub} and {@code report}.
 */
@NullMarked
package dev.andon.bench.overhead;

import org.jspecify.annotations.NullMarked;
