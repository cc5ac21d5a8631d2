package dev.andon.ingest.http;

import java.util.Map;

import dev.andon.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccessTest {

    private final Access guarded = new Access(new Secret("t0ken"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer t0ken", "bearer  t0ken"})
    void whoeverHasTheTokenPasses(String authorization) {
        assertThatCode(() -> guarded.check(authorization, "https://page")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t0ken", "Bearer", "Bearer ", "Bearer t0ke", "Bearer t0kens", "Basic t0ken"})
    void allOthersAreToldHow(String authorization) {
        Answer answer = catchThrowableOfType(Refused.class, () -> guarded.check(authorization, null)).answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers()).isEqualTo(Map.of("WWW-Authenticate", "Bearer"));
        assertThat(answer.toString()).doesNotContain("t0ken");
    }

    @Test
    void withoutATokenProgramsPassAndWebPagesDoNot() {
        Access open = new Access(null);

        assertThatCode(() -> open.check(null, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> open.check(null, "https://page")).isInstanceOf(Refused.class);
    }
}
