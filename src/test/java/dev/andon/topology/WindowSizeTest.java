package dev.andon.topology;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.andon.config.AndonConfig;
import dev.andon.config.ConfigLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowSizeTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 3", "1, 32, 1, 14", "1, 64, 1, 28", "3, 32, 1, 42", "1, 32, 2, 28", "1, 32, 3, 28",
        "1, 32, 5, 56", "2, 32, 128, 112"})
    void thereAreFramesForThePlacesOfAllServersAndThreeQuartersMore(int servers, int places, int choices, int frames) {
        assertThat(WindowSize.of(config(servers, places, choices, 0))).isEqualTo(frames);
    }

    /** Frames of five samples have calls for every place, and half of that to spare. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "8"})
    void fiveSamplesAFrameKeepEveryPlaceTaken(int choices) {
        int callsOfFrame = Math.ceilDiv(5, choices);
        for (int servers = 1; servers <= 4; servers++) {
            for (int places : new int[]{1, 2, 4, 8, 32, 64, 256}) {
                assertThat(WindowSize.of(config(servers, places, choices, 0)) * callsOfFrame)
                        .isGreaterThanOrEqualTo(servers * places * 3 / 2);
            }
        }
    }

    @Test
    void whatIsConfiguredCounts() {
        assertThat(WindowSize.of(config(2, 32, 1, 7))).isEqualTo(7);
    }

    private static AndonConfig config(int servers, int places, int choices, int framesInFlight) {
        List<String> endpoints = IntStream.range(0, servers).mapToObj(k -> "http://gpu-" + k + ":8000/v1").toList();
        List<String> options = List.of("vlm.endpoints=" + String.join(",", endpoints),
                "vlm.maxConcurrentCalls=" + places, "vlm.choicesPerRequest=" + choices,
                "inspect.framesInFlight=" + framesInFlight);
        return ConfigLoader.load(null, Map.of(), options).orElse(problems -> {
            throw new AssertionError(problems.toString());
        });
    }
}
