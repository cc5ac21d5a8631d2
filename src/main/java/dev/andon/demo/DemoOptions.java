package dev.andon.demo;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a demonstration is asked to do.
 *
 * @param frames   over all lines; {@link Long#MAX_VALUE} to go on until somebody stops it
 * @param lines    at least 1
 * @param rate     frames per second over all lines; infinity for as many as the program takes
 * @param seed     of everything that is random
 * @param port     of the simulated model; 0 for a free one
 * @param learning whether thresholds are learnt from simulated reviewers; given ones are used otherwise
 * @param keep     where data and logs stay; null for a temporary directory that is deleted
 */
record DemoOptions(long frames, int lines, double rate, long seed, int port, boolean learning,
        @Nullable Path keep) {}
