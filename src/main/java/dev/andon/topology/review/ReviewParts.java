package dev.andon.topology.review;

import java.time.InstantSource;

import dev.andon.avro.Codecs;
import dev.andon.metrics.Recorder;

/** What the processor works with. Shared by all tasks of a process. */
public record ReviewParts(Codecs codecs, Recorder recorder, InstantSource clock, Gauges gauges) {}
