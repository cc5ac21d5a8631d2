package dev.andon.ingest.folder;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that is whole.
 *
 * @param path    of the file
 * @param written when it was changed last
 * @param seen    when it was first seen as it is
 */
record Arrival(Path path, long size, Instant written, Instant seen) {}
