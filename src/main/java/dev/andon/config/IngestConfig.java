package dev.andon.config;

import java.nio.file.Path;

/**
 * What brings pictures of cameras to the topic.
 *
 * @param cameras file of the cameras, which may change at any time; there are none where it is not there
 * @param ffmpeg  name or path of the program that reads video, from version 5.1
 */
public record IngestConfig(Path cameras, String ffmpeg) {}
