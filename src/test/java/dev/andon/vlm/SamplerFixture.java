package dev.andon.vlm;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.config.VlmConfig;
import dev.andon.core.sampling.Reply;
import dev.andon.http.FakeTime;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** A sampler in fake time that talks to a fake server. */
final class SamplerFixture implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(30);

    final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Recorder recorder = new Recorder(meters);
    final OpenAiSampler sampler;

    SamplerFixture(UnaryOperator<VlmConfig> change) throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        sampler = OpenAiSampler.create(change.apply(Configs.of(server.url("/v1").uri())), recorder, time.ambience());
    }

    static SamplerFixture started() throws IOException {
        return new SamplerFixture(UnaryOperator.identity());
    }

    SamplerFixture answering(MockResponse... responses) {
        for (MockResponse response : responses) {
            server.enqueue(response);
        }
        return this;
    }

    List<Reply> ask() throws InterruptedException {
        return ask(0, 1);
    }

    List<Reply> ask(int first, int count) throws InterruptedException {
        return sampler.ask(Questions.question(), 1000, first, count, time.in(LIMIT));
    }

    /** The next request; fails if there is none. */
    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(1, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    JsonNode requestJson() throws Exception {
        ByteString body = request().getBody();
        return new JsonMapper().readTree(body == null ? new byte[0] : body.toByteArray());
    }

    @Override
    public void close() {
        sampler.close();
        server.close();
    }
}
