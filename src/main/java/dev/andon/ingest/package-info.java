/**
 * Brings images from cameras and folders to the topic {@code frames}. Depends on {@code core}, {@code avro}, {@code config}, {@code images} and {@code metrics}.
 */
@NullMarked
package dev.andon.ingest;

import org.jspecify.annotations.NullMarked;
