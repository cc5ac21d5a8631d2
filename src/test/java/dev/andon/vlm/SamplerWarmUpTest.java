package dev.andon.vlm;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.andon.core.sampling.Reply;
import dev.andon.core.sampling.ServerState;
import dev.andon.http.FakeTime;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class SamplerWarmUpTest {

    private static final Duration LONG = Duration.ofSeconds(25);
    private static final MockResponse HANGING = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE).build();
    private static final MockResponse MODELS = Bodies.json(200, "{\"data\": [{\"id\": \"m\"}]}");

    private final Logger logger = (Logger) LoggerFactory.getLogger(OpenAiSampler.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
    }

    @Test
    void theFirstCallFindsAConnection() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(MODELS, Bodies.completion(Bodies.OK))) {
            vlm.sampler.warmUp(LONG);
            Reply reply = vlm.ask().getFirst();

            assertThat(reply).isInstanceOf(Reply.Valid.class);
            RecordedRequest warmUp = vlm.request();
            RecordedRequest first = vlm.request();
            assertThat(warmUp.getTarget()).isEqualTo("/v1/models");
            assertThat(first.getConnectionIndex()).isEqualTo(warmUp.getConnectionIndex());
            assertThat(first.getExchangeIndex()).isEqualTo(1);
            assertThat(said.list).isEmpty();
        }
    }

    @Test
    void everyServerGetsAConnection() throws Exception {
        try (MockWebServer one = server(MODELS);
                MockWebServer other = server(MODELS);
                OpenAiSampler sampler = sampler(one.url("/v1").uri(), other.url("/v1").uri())) {
            sampler.warmUp(LONG);

            assertThat(List.of(one, other)).extracting(MockWebServer::getRequestCount).containsOnly(1);
        }
    }

    /** It would hang for as long as the test may take. */
    @Test
    void aServerThatHangsTakesNoLongerThanAllowedAndFailsNothing() throws Exception {
        try (SamplerFixture vlm = SamplerFixture.started().answering(HANGING)) {
            vlm.sampler.warmUp(Duration.ofMillis(100));

            assertThat(said.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).asString()
                    .contains("localhost:" + vlm.server.getPort(), "no answer within 100 ms");
            assertThat(vlm.sampler.server()).as("it does not count as a call")
                    .extracting(ServerState::isAvailable, ServerState::lastFailure).containsExactly(true, "");
        }
    }

    @Test
    void aServerThatIsAwayIsToldOfAndFailsNothing() throws Exception {
        try (OpenAiSampler sampler = sampler(URI.create("http://127.0.0.1:1/v1"))) {
            sampler.warmUp(LONG);

            assertThat(said.list).singleElement().extracting(ILoggingEvent::getFormattedMessage).asString()
                    .contains("127.0.0.1:1 does not answer yet (no connection: ");
        }
    }

    private static OpenAiSampler sampler(URI... addresses) {
        return OpenAiSampler.create(Configs.endpoints(Configs.of(addresses[0]), List.of(addresses)),
                new Recorder(new SimpleMeterRegistry()), new FakeTime().ambience());
    }

    private static MockWebServer server(MockResponse response) throws Exception {
        MockWebServer server = new MockWebServer();
        server.enqueue(response);
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }
}
