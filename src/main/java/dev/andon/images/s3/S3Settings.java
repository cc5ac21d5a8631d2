package dev.andon.images.s3;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Where a store in S3 is, and how it is reached.
 *
 * @param bucket         its name
 * @param prefix         of all objects of the store, without slashes at its ends; empty for none
 * @param endpoint       address of the server; null for that of AWS in the region
 * @param region         that requests are signed for
 * @param keys           null for those that the SDK finds
 * @param pathStyle      whether the bucket stands in the path of an address, or in its host name
 * @param connectTimeout of one connection
 * @param callTimeout    of a call, repetitions included, but for reading
 * @param fetchTimeout   of reading one image, repetitions included
 */
public record S3Settings(
        String bucket,
        String prefix,
        @Nullable URI endpoint,
        String region,
        @Nullable S3Keys keys,
        boolean pathStyle,
        Duration connectTimeout,
        Duration callTimeout,
        Duration fetchTimeout) {}
