package dev.andon.core.uncertainty;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NgramDiversityTest {

    /** No peer computes this measure: the values are counted by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        abcd           | bcde          | 0.5   | abc bcd and bcd cde share one of two each
        aaaa           | aaa           | 0.3333333333333333 | a multiset: aaa twice against once
        abc            | xyz           | 1     | nothing shared
        Bolt M８       | bolt m8       | 0     | full width and case do not count
        "two  holes "  | two holes     | 0     | nor does the amount of space
        "two　holes"   | two holes     | 0     | nor its kind
        ok             | OK            | 0     | short texts are one gram
        ok             | ng            | 1     | which may differ
        ok             | okay          | 1     | and is no part of a longer one
        穴が二つある   | 穴が三つある  | 0.75  | one of four each
        🔩🔧🔨         | 🔩🔧🔨         | 0     | three code points, not six units
        🔩🔧🔨         | 🔩🔧🪛         | 1     | one gram each
        """)
    void twoCaptionsAreCompared(String one, String other, double expected, String why) {
        assertThat(score(one, other)).as(why).isEqualTo(expected);
    }

    @Test
    void theMeanIsTakenOverPairs() {
        // given distances 0.5 (abcd, bcde), 1 (abcd, wxyz), 1 (bcde, wxyz)
        assertThat(score("abcd", "bcde", "wxyz")).isEqualTo(2.5 / 3);
    }

    @Test
    void anInvisibleCaptionIsAGramToo() {
        // given a character that is no white space to Java, and that no person sees
        assertThat(score("\u200b", "\u200b")).isZero();
        assertThat(score("\u200b", "A bracket.")).isEqualTo(1);
    }

    @Test
    void halfACharacterIsNoTrouble() {
        assertThat(score("\ud83d bolt", "\udd29 bolt")).isEqualTo(1 - 3.0 / 4);
    }

    private static double score(String... captions) {
        return new NgramDiversity().score(TestSamples.captions(List.of(captions)), TestSamples.LABELS);
    }
}
