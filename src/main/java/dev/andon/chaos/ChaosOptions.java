package dev.andon.chaos;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param length        of the time in which things are broken
 * @param seed          of everything that is random
 * @param framesPerSecond over all lines, on average
 * @param groupProtocol {@code classic} or {@code streams}
 * @param program       main class of {@code andon}, for the processors
 * @param keep          where data and logs stay; null for a temporary directory that is deleted where all went well
 */
record ChaosOptions(Duration length, long seed, Profile profile, double framesPerSecond, String groupProtocol,
        Class<?> program,
        @Nullable Path keep) {}
