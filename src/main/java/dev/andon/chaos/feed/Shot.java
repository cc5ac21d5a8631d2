package dev.andon.chaos.feed;

import java.time.Duration;

/**
 * One record that a line is to send.
 *
 * @param pause   before it
 * @param frameId of the frame
 * @param picture that it shows; of a bad one, the picture that is spoilt
 * @param content what the record holds
 * @param byUri   whether the image stays in a file
 */
record Shot(Duration pause, String frameId, Picture picture, Content content, boolean byUri) {}
