/**
 * Takes pictures out of video, live or recorded, with ffmpeg as a child process. Depends on {@code ingest} and
 * {@code core}.
 */
@NullMarked
package dev.andon.ingest.video;

import org.jspecify.annotations.NullMarked;
