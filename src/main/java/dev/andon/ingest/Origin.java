package dev.andon.ingest;

import dev.andon.core.frame.LineId;
import org.jspecify.annotations.Nullable;

/**
 * Where the images of an ingest come from, by the words of whoever started it.
 *
 * @param partNumber null where unknown
 */
public record Origin(LineId line, String cameraId, @Nullable String partNumber) {}
