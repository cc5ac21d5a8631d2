package dev.andon.topology.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class SamenessTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<Sample> SAME = samples("flat", "flat", "flat");
    private static final List<Sample> DIFFERENT = samples("flat", "flat", "even");

    private final Logger logger = (Logger) LoggerFactory.getLogger(Sameness.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Recorder recorder = new Recorder(new SimpleMeterRegistry());
    private final Sameness sameness = new Sameness(recorder);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @Test
    void differentSamplesAreNoNews() {
        sameness.look(DIFFERENT, START);

        assertThat(recorder.counted(MetricNames.SAMPLES_IDENTICAL)).isZero();
        assertThat(log.list).isEmpty();
    }

    @Test
    void warnsOnceInAPeriodAndSaysHowUsualItIs() {
        sameness.look(SAME, START);
        sameness.look(DIFFERENT, START);
        sameness.look(SAME, START.plus(Sameness.PERIOD).minusMillis(1));
        sameness.look(SAME, START.plus(Sameness.PERIOD));

        assertThat(recorder.counted(MetricNames.SAMPLES_IDENTICAL)).isEqualTo(3);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).hasSize(2)
                .satisfiesExactly(first -> assertThat(first).contains("all 3 samples", "in 1 of the last 1 frames"),
                        second -> assertThat(second).contains("in 2 of the last 3 frames"));
    }

    @Test
    void theSameWordsForAnotherAnswerAreDifferent() {
        sameness.look(List.of(sample("ok", "flat"), sample("bent", "flat")), START);

        assertThat(recorder.counted(MetricNames.SAMPLES_IDENTICAL)).isZero();
    }

    private static List<Sample> samples(String... captions) {
        return List.of(captions).stream().map(caption -> sample("ok", caption)).toList();
    }

    private static Sample sample(String answer, String caption) {
        return new Sample(0, new Answer(answer), caption, 0, Duration.ZERO, 0, 0);
    }
}
