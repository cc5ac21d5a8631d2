package dev.andon.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How an image store in S3 is reached. Keys are given both or not at all; without them the SDK looks where it always does.
 *
 * @param endpoint       address of the server; null for that of AWS in the region
 * @param region         that requests are signed for
 * @param accessKey      from the environment; null for none. Never logged
 * @param accessKeyFile  a file that holds it; null for none
 * @param secretKey      from the environment; null for none. Never logged
 * @param secretKeyFile  a file that holds it; null for none
 * @param pathStyle      whether the bucket stands in the path of an address, or in its host name
 * @param connectTimeout of one connection
 * @param callTimeout    of keeping, listing or deleting, repetitions included; reading has {@code images.fetchTimeout}
 */
public record S3Config(
        @Nullable URI endpoint,
        String region,
        @Nullable Secret accessKey,
        @Nullable Path accessKeyFile,
        @Nullable Secret secretKey,
        @Nullable Path secretKeyFile,
        boolean pathStyle,
        Duration connectTimeout,
        Duration callTimeout) {

    /** Where nothing is configured. */
    public static final S3Config USUAL = new S3Config(null, "us-east-1", null, null, null, null, true,
            Duration.ofSeconds(2), Duration.ofSeconds(10));
}
