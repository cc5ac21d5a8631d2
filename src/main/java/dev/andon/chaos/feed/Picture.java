package dev.andon.chaos.feed;

/**
 * Which image a frame has; the same picture is the same bytes.
 *
 * @param product of the line, for instance {@code bracket}
 * @param shot    any number: which of the shots of the album
 * @param scale   reduction of width and height: 1, 2 or 4
 * @param mark    written into the image, so that two pictures differ
 * @param size    bytes at least: smaller images are filled up
 */
record Picture(String product, int shot, int scale, String mark, int size) {}
