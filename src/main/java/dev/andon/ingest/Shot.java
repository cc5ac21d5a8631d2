package dev.andon.ingest;

import java.time.Instant;

import dev.andon.core.frame.ImageBytes;

/**
 * A picture that a camera took, before anybody decided whether it becomes a frame.
 *
 * @param capturedAt when the camera took it, as well as that is known
 * @param image      as it can be published, encoded
 */
public record Shot(Instant capturedAt, ImageBytes image) {}
