package dev.andon.core.uncertainty;

import java.util.List;
import java.util.Map;

import dev.andon.core.sampling.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RougeDiversityTest {

    /** What rouge_score does not know, or does otherwise; the rest is held against it in {@link GoldenTest}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a b c d          | a c d b         | 0.25 | the order counts: a c d of four and four
        a b              | b a             | 0.5  | one in order
        the hole         | The  HOLE!      | 0    | neither case nor what stands between words counts
        die größe stimmt | DIE GRÖSSE      | 0.6  | ß is no ss
        naïve            | nai\u0308ve     | 0    | one letter in two spellings
        Ｂｏｌｔ Ｍ８    | bolt m8         | 0    | full width
        "?!"             | "?!"            | 0    | without words, equal texts are alike
        "?!"             | "!"             | 1    | and different ones are not
        "?!"             | a hole          | 1    | nor is one with words
        42               | 42              | 0    | digits are words
        a 10 Ω part      | a 10 V part     | 0.25 | a sign of another script does no harm
        """)
    void twoCaptionsAreCompared(String one, String other, double expected, String why) {
        assertThat(scores(one, other)).as(why).containsEntry(Measures.ROUGE_DIVERSITY, expected);
    }

    @ParameterizedTest
    @CsvSource({"穴が二つある", "Отверстие на месте", "الثقب موجود", "Bolt M8 の頭が欠けている"})
    void otherScriptsAreRefused(String caption) {
        // when also one sample is enough
        Map<String, Double> scores = scores("A hole is there.", caption, "A hole is there.");

        // then
        assertThat(scores).doesNotContainKey(Measures.ROUGE_DIVERSITY).containsKey(Measures.NGRAM_DIVERSITY);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en-GB, true", "de, true", "vi, true", "tr, true", "sr-Latn, true", "zh-Latn-pinyin, true",
        "sr, false", "sr-Cyrl, false", "ja, false", "ru, false", "ar, false", "th, false", "en-Shaw, false",
        "und, false", "'', false"})
    void languagesOfLatinScriptAreRead(String language, boolean read) {
        assertThat(Measures.reads(Measures.ROUGE_DIVERSITY, language)).isEqualTo(read);
        assertThat(Measures.reads(Measures.NGRAM_DIVERSITY, language)).isTrue();
        assertThat(Measures.reads("no such measure", language)).isFalse();
    }

    @Test
    void wordsPastTheLimitDoNotCount() {
        // given
        String most = "hole ".repeat(Words.MOST);

        // then
        assertThat(Words.of(most + "missing").size()).isEqualTo(Words.MOST);
        assertThat(scores(most, most + "missing")).containsEntry(Measures.ROUGE_DIVERSITY, 0.0);
    }

    private static Map<String, Double> scores(String... captions) {
        List<Sample> samples = TestSamples.captions(List.of(captions));
        return Measures.score(samples, TestSamples.LABELS).byMeasure();
    }
}
