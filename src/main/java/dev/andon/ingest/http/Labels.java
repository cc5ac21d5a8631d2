package dev.andon.ingest.http;

import dev.andon.core.frame.FrameId;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * What a request says beside its image.
 *
 * @param frameId null where it gives none
 */
record Labels(Origin origin, Particulars particulars, @Nullable FrameId frameId) {}
