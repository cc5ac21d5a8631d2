package dev.andon.app;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShadowNamesTest {

    @Test
    void ourMetricsHaveNamesOfTheirOwnAndOthersKeepTheirs() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new ShadowNames());

        registry.counter("andon.frames.decided", "route", "ACCEPTED");
        registry.counter("jvm.threads");

        assertThat(registry.getMeters()).extracting(Meter::getId).extracting(Meter.Id::getName)
                .containsExactlyInAnyOrder("andon.shadow.frames.decided", "jvm.threads");
    }
}
