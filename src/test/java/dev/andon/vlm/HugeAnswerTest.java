package dev.andon.vlm;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import com.sun.management.ThreadMXBean;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Reply;
import dev.andon.demo.vlmserver.FaultyServer;
import dev.andon.http.FakeTime;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer without end costs as much memory as the largest one that is read. */
class HugeAnswerTest {

    private static final Question QUESTION = new Question(Questions.LINE, Questions.FRAME, "andon-simulated-vlm",
            "How many holes?", Questions.LABELS,
            "en", 1, 200, ImageBytes.of(new byte[]{1, 2, 3, 4}), "image/jpeg");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final FakeTime time = new FakeTime();

    @Test
    void aHundredMegabytesAreNotRead() throws Exception {
        try (FaultyServer server = FaultyServer.start(time::now);
                OpenAiSampler sampler = TestSamplers.of(server.baseUrl(), Duration.ofSeconds(20), 1,
                        new Recorder(new SimpleMeterRegistry()), time::now, time::sleep)) {
            server.order("{\"fault\":\"huge\",\"megabytes\":100}");
            ask(sampler);

            long before = threads.getCurrentThreadAllocatedBytes();
            List<Reply> replies = ask(sampler);
            long attempts = 3;
            long perAttempt = (threads.getCurrentThreadAllocatedBytes() - before) / attempts;

            assertThat(replies.getFirst()).isInstanceOf(Reply.Unavailable.class).extracting("detail").asString()
                    .contains("more than " + ChatService.MAX_BODY + " bytes");
            System.out.println("an attempt that is answered with 100 MB allocates " + perAttempt + " bytes");
            assertThat(perAttempt).isLessThan(4 * ChatService.MAX_BODY);
        }
    }

    private List<Reply> ask(OpenAiSampler sampler) throws InterruptedException {
        return sampler.ask(QUESTION, 1, 0, 1, time.in(SamplerFixture.LIMIT));
    }
}
