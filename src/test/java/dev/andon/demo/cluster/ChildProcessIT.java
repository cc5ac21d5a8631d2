package dev.andon.demo.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ChildProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void diesWithAParentThatIsKilled() throws Exception {
        // given a parent with a child
        Path pidFile = directory.resolve("grandchild");
        ChildProcess parent = start(Parent.class, directory.resolve("parent.log"), pidFile);
        await().atMost(LIMIT).until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isEmpty());
        ProcessHandle grandchild = ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();

        // when
        parent.kill();

        // then
        await().atMost(LIMIT).until(() -> !grandchild.isAlive());
    }

    @Test
    void endsByAskingAndTellsHowItEnded() throws Exception {
        ChildProcess child = start(Sleeper.class, directory.resolve("sleeper.log"), directory);

        child.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(child.describe()).contains("exit code 143");
    }

    @Test
    void whatIsClosedHasTheTimeToEndInOrder() throws Exception {
        Path file = directory.resolve("said");
        ChildProcess child = start(Tidy.class, directory.resolve("tidy.log"), file);
        await().atMost(LIMIT).until(() -> Files.exists(file));

        child.close();

        assertThat(Files.readString(file)).isEqualTo("in order");
    }

    @Test
    void readinessGivesUpWithTheEndOfTheLog() throws Exception {
        ChildProcess child = start(Failing.class, directory.resolve("failing.log"), directory);

        assertThatThrownBy(() -> Readiness.await(child, LIMIT, () -> false))
                .hasMessageContaining("exit code 1").hasMessageContaining("no such thing");
    }

    private static ChildProcess start(Class<?> main, Path log, Path argument) throws Exception {
        return ChildProcess.start(ChildCommand.ofThisProgram(main.getSimpleName(), List.of("-Xmx32m"), main,
                List.of(argument.toString()), log));
    }

    static final class Parent {
        public static void main(String[] args) throws Exception {
            Path pidFile = Path.of(args[0]);
            try (ChildProcess child = start(Sleeper.class, pidFile.resolveSibling("sleeper.log"), pidFile)) {
                Files.writeString(pidFile, Long.toString(child.pid()));
                Thread.sleep(Duration.ofMinutes(5));
            }
        }
    }

    static final class Sleeper {
        public static void main(String[] args) throws Exception {
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    /** Takes a while to end. */
    static final class Tidy {
        public static void main(String[] args) throws Exception {
            Path file = Path.of(args[0]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(file)));
            Files.createFile(file);
            Thread.sleep(Duration.ofMinutes(5));
        }

        private static void end(Path file) {
            try {
                Thread.sleep(Duration.ofMillis(500));
                Files.writeString(file, "in order");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static final class Failing {
        public static void main(String[] args) {
            if (args.length > 0) {
                throw new IllegalStateException("no such thing");
            }
        }
    }
}
