package dev.andon.bench.cameras;

/**
 * What was used and what came of it, for each camera.
 *
 * @param frames   per second
 * @param ffmpeg   share of a core
 * @param andon    share of a core, of the program itself
 * @param resident megabytes of ffmpeg
 */
record Cost(double frames, double ffmpeg, double andon, double resident) {}
