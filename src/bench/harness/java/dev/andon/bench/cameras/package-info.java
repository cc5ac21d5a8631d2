/** What it costs to take pictures out of video. Depends on {@code plant} and {@code report}. */
@NullMarked
package dev.andon.bench.cameras;

import org.jspecify.annotations.NullMarked;
