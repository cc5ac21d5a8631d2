package dev.andon.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.andon.core.frame.Position;
import dev.andon.topology.letters.Letter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LetterFilterTest {

    private static final List<Letter> LETTERS = IntStream.range(0, 6).mapToObj(LetterFilterTest::letter).toList();

    @Test
    void withoutOptionsAllAreWanted() {
        assertThat(filter().isGiven()).isFalse();
        assertThat(filter().of(LETTERS)).isEqualTo(LETTERS);
    }

    @Test
    void optionsNarrowTheChoice() {
        assertThat(chosen("--line", "line-1")).containsExactly(1, 3, 5);
        assertThat(chosen("--source-partition", "2")).containsExactly(2, 5);
        assertThat(chosen("--from", "1970-01-01T00:00:04Z")).containsExactly(4, 5);
        assertThat(chosen("--from", "latest-2")).containsExactly(4, 5);
        assertThat(chosen("--limit", "2")).containsExactly(0, 1);
        assertThat(chosen("--max", "100", "--line", "line-0")).containsExactly(0, 2, 4);
    }

    @Test
    void otherPlacesToBeginAreRefusedWithAnExample() {
        assertThatThrownBy(() -> chosen("--from", "yesterday")).hasMessageContaining("yesterday")
                .hasMessageContaining("latest-10");
    }

    private static List<Integer> chosen(String... options) {
        LetterFilter filter = filter(options);
        assertThat(filter.isGiven()).isTrue();
        return filter.of(LETTERS).stream().map(letter -> (int) letter.at().offset()).toList();
    }

    private static LetterFilter filter(String... options) {
        Options command = new Options();
        new CommandLine(command).parseArgs(options);
        return command.filter;
    }

    private static Letter letter(int i) {
        return new Letter(new Position("dead-letters", 0, i), Instant.ofEpochSecond(i), "line-" + i % 2, 1,
                new Position("frames", i % 3, i), "E", "m", 0, null);
    }

    @CommandLine.Command
    private static final class Options {

        @CommandLine.Mixin
        private final LetterFilter filter = new LetterFilter();
    }
}
