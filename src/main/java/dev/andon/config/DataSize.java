package dev.andon.config;

/**
 * A number of bytes, written in configuration as {@code 256KB}, {@code 20MB} (powers of 1024) or plain bytes.
 *
 * @param bytes at least 0
 */
public record DataSize(long bytes) {}
