package dev.andon.ingest.http;

import dev.andon.config.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void theLoopbackNeedsNoToken(String host) {
        assertThatCode(() -> new Door(host, 0, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void allElseDoes(String host) {
        assertThatThrownBy(() -> new Door(host, 0, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(host, "ANDON_INGEST_TOKEN", "--token-file", "127.0.0.1");
        assertThatCode(() -> new Door(host, 0, new Secret("t"))).doesNotThrowAnyException();
    }
}
