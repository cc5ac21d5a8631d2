package dev.andon.ingest;

import java.nio.file.Path;

import dev.andon.core.frame.Frame;

/** What became of a file. */
public sealed interface FileFrame {

    Path file();

    /** It holds an image that can be decoded. */
    record Ready(Path file, Frame frame) implements FileFrame {}

    /** It cannot be published. */
    record Unfit(Path file, String detail) implements FileFrame {}
}
