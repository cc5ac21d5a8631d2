package dev.andon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.andon.config.ConfigLoader;
import dev.andon.config.VlmConfig;
import dev.andon.core.decision.LinePolicy;
import dev.andon.fixture.TestPolicies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeCheckTest {

    private static final List<LinePolicy> POLICIES = List.of(
            TestPolicies.hurried("quick", "m", Duration.ofSeconds(8)),
            TestPolicies.hurried("slow", "m", Duration.ofSeconds(20)));

    @Test
    void warnsOfARecipeWithLessTimeThanOneCall() {
        assertThat(TimeCheck.warnings(POLICIES, vlm("10s"))).singleElement().asString()
                .contains("line quick, recipe bracket", "timeLimit 8.0 s", "vlm.callTimeout, 10.0 s");
    }

    @Test
    void saysNothingWhereACallFits() {
        assertThat(TimeCheck.warnings(POLICIES, vlm("8s"))).isEmpty();
    }

    private static VlmConfig vlm(String callTimeout) {
        return ConfigLoader.load(null, Map.of(), List.of("vlm.callTimeout=" + callTimeout)).orElse(problems -> {
            throw new AssertionError(problems);
        }).vlm();
    }
}
