package dev.andon.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.app.StopSignal;
import dev.andon.demo.summary.Summary;
import dev.andon.demo.summary.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole program against real processes. */
class DemoIT {

    private final ByteArrayOutputStream news = new ByteArrayOutputStream();

    @Test
    void decidesEveryFrameExactlyOnceAndLeavesNoProcess(@TempDir Path directory)
            throws IOException, InterruptedException {
        List<Long> before = childrenOfThis();
        DemoOptions options = new DemoOptions(40, 4, Double.POSITIVE_INFINITY, 3, 0, false, directory.resolve("kept"));

        Summary summary = new Demo(options, new StopSignal(), new PrintStream(news, true, StandardCharsets.UTF_8))
                .run();

        Tally tally = summary.tally();
        assertThat(summary.verification().examples()).isEmpty();
        assertThat(summary.verification().clean()).isTrue();
        assertThat(tally.frames()).isEqualTo(40);
        assertThat(tally.accepted() + tally.held() + tally.deadLetters()).isEqualTo(40);
        assertThat(tally.accepted()).isPositive();
        assertThat(summary.vlmCalls()).isBetween(150L, 250L);
        assertThat(news.toString(StandardCharsets.UTF_8)).contains("SIMULATED");
        assertThat(Files.readString(directory.resolve("kept/andon.log"))).isNotNull();
        assertThat(childrenOfThis()).as("children of the demo").isSubsetOf(before);
    }

    private static List<Long> childrenOfThis() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList();
        }
    }
}
