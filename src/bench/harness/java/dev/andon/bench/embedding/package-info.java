/** What it costs to embed captions, one by one and several at once. Depends on {@code plant}, {@code report} and the program alone. */
@NullMarked
package dev.andon.bench.embedding;

import org.jspecify.annotations.NullMarked;
