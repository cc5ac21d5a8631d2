package dev.andon.bench.cameras;

/**
 * What is taken of each camera.
 *
 * @param title    in reports
 * @param pictures as {@code config/cameras.yaml} says it
 */
record Taking(String title, String pictures) {}
