package dev.andon.topology.review;

import java.time.Duration;

import dev.andon.config.TopicsConfig;

/**
 * What the processor is set to.
 *
 * @param remember           how long an inspection can be judged
 * @param patience           how long a verdict waits for its inspection
 * @param tick               between two looks at the clock
 * @param maxDeadLetterBytes of one record
 */
public record ReviewSettings(TopicsConfig topics, Duration remember, Duration patience, Duration tick,
        long maxDeadLetterBytes) {}
