package dev.andon.ingest.http;

import java.time.Duration;

/**
 * How much is taken at once, and how long it may take.
 *
 * @param image              size of one image
 * @param bytesUnderWay      of the bodies that are worked on at once; a single one is always worked on
 * @param receivedWithin     the time for the body of a request
 * @param acknowledgedWithin the time after which a request is told that nobody knows whether its frame was written
 */
public record Limits(ImageLimit image, int bytesUnderWay, Duration receivedWithin, Duration acknowledgedWithin) {}
