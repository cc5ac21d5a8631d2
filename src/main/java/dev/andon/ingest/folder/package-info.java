/**
 * Takes images out of a folder that machine-vision cameras or FTP servers drop them into, for as long as it runs. Depends on
 * {@code ingest}, {@code core} and {@code images}.
 */
@NullMarked
package dev.andon.ingest.folder;

import org.jspecify.annotations.NullMarked;
