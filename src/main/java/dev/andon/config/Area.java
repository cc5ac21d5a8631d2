package dev.andon.config;

/**
 * A part of a picture, written as {@code x,y,width,height} in pixels from the upper left corner.
 *
 * @param x      at least 0
 * @param y      at least 0
 * @param width  above 0
 * @param height above 0
 */
public record Area(int x, int y, int width, int height) {}
