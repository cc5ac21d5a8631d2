package dev.andon.vlm;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import dev.andon.core.sampling.Reply;
import dev.andon.fixture.TestCertificates;
import dev.andon.http.FakeTime;
import dev.andon.metrics.MetricNames;
import dev.andon.metrics.Recorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SamplerCertificateTest {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    Path directory;

    private final Recorder recorder = new Recorder(new SimpleMeterRegistry());
    private final FakeTime time = new FakeTime();

    @AfterEach
    void trustAsUsual() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(PASSWORD);
    }

    private static void trust(Path store, String password) {
        System.setProperty(TRUST_STORE, store.toString());
        System.setProperty(PASSWORD, password);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotAskedAgain() throws Exception {
        Path store = TestCertificates.create(directory, "ip:127.0.0.1");

        assertThat(detail(ask(store))).startsWith("the certificate of 127.0.0.1:")
                .contains(" is not trusted: ", "unable to find valid certification path",
                        "give -Djavax.net.ssl.trustStore and -Djavax.net.ssl.trustStorePassword in ANDON_JAVA_OPTS");
        assertThat(recorder.counted(MetricNames.VLM_CALLS, "outcome", "connection")).isEqualTo(1);
        assertThat(recorder.counted(MetricNames.VLM_CALLS)).isEqualTo(1);
    }

    @Test
    void theTrustStoreThatTheMessageNamesIsUsed() throws Exception {
        Path store = TestCertificates.create(directory, "ip:127.0.0.1");
        trust(store, TestCertificates.PASSWORD);

        assertThat(ask(store).getFirst()).isInstanceOf(Reply.Valid.class);
    }

    @Test
    void aTrustStoreThatCannotBeReadIsNamed() throws Exception {
        Path store = TestCertificates.create(directory, "ip:127.0.0.1");
        trust(store, "");

        assertThat(detail(ask(store))).contains(" cannot be checked, ", "-Djavax.net.ssl.trustStorePassword");
        assertThat(recorder.counted(MetricNames.VLM_CALLS)).isEqualTo(1);
    }

    @Test
    void aCertificateForAnotherNameIsNotAskedAgain() throws Exception {
        Path store = TestCertificates.create(directory, "dns:model.test");
        trust(store, TestCertificates.PASSWORD);

        assertThat(detail(ask(store))).startsWith("the certificate of 127.0.0.1:").contains(
                " is for another name: Hostname 127.0.0.1 not verified", "set the host of vlm.baseUrl");
        assertThat(recorder.counted(MetricNames.VLM_CALLS)).isEqualTo(1);
    }

    @Test
    void anExpiredCertificateIsNotAskedAgain() throws Exception {
        TestCertificates.Expired expired = TestCertificates.createExpired(directory, "ip:127.0.0.1");
        trust(expired.trust(), TestCertificates.PASSWORD);

        assertThat(detail(ask(expired.keys()))).contains(" is not trusted: ", "validity check failed",
                "let the server show a valid one");
        assertThat(recorder.counted(MetricNames.VLM_CALLS, "outcome", "connection")).isEqualTo(1);
        assertThat(recorder.counted(MetricNames.VLM_CALLS)).isEqualTo(1);
    }

    private List<Reply> ask(Path store) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(TestCertificates.sockets(store));
            server.start(InetAddress.getLoopbackAddress(), 0);
            server.enqueue(Bodies.completion(Bodies.OK));
            URI address = URI.create("https://127.0.0.1:" + server.getPort() + "/v1");
            try (OpenAiSampler sampler = OpenAiSampler.create(Configs.of(address), recorder, time.ambience())) {
                return sampler.ask(Questions.question(), 1, 0, 1, time.in(SamplerFixture.LIMIT));
            }
        }
    }

    private static String detail(List<Reply> replies) {
        return ((Reply.Unavailable) replies.getFirst()).detail();
    }
}
