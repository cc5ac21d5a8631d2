package dev.andon.core.uncertainty;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Measures of cosines where the values are known without computing eigenvalues. */
class SpectralMeasuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         1    | 0 | 0 | 0
         0    | 1 | 1 | 1
        -1    | 0 | 1 | 1
        """)
    void twoCaptions(double cosine, double vendi, double spectral, double semanticEntropy) {
        assertThatScoresAre(new Cosines(2, List.of(cosine)), vendi, spectral, semanticEntropy);
    }

    /** K / n has the eigenvalue (1 + c) / 2 and (1 - c) / 2, the graph 1 and (1 - c) / (1 + c). */
    @ParameterizedTest
    @CsvSource({"0.1", "0.5", "0.74", "0.76", "0.999999", "-0.25"})
    void twoCaptionsInBetween(double c) {
        double p = (1 + c) / 2;
        double vendi = Math.exp(-p * Math.log(p) - (1 - p) * Math.log(1 - p)) - 1;
        double spectral = c < 0 ? 1 : (1 - c) / (1 + c);
        assertThatScoresAre(new Cosines(2, List.of(c)), vendi, spectral, c < SemanticEntropy.SAME_MEANING ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "10", "20", "50"})
    void captionsAtRightAnglesAreAllDifferent(int n) {
        assertThatScoresAre(new Cosines(n, Collections.nCopies(n * (n - 1) / 2, 0.0)), 1, 1, 1);
    }

    /** No vectors have such cosines, but whoever records cosines may round them. */
    @ParameterizedTest
    @CsvSource({"-1", "-0.5", "-0.1"})
    void cosinesThatCannotBeDoNoHarm(double cosine) {
        // given
        Cosines cosines = new Cosines(20, Collections.nCopies(190, cosine));

        // then
        assertThat(new Vendi().score(cosines)).isBetween(0.0, 1.0);
        assertThat(new Spectral().score(cosines)).isCloseTo(1, within(1e-12));
        assertThat(new SemanticEntropy().score(cosines)).isCloseTo(1, within(1e-12));
    }

    private static void assertThatScoresAre(Cosines cosines, double vendi, double spectral, double semanticEntropy) {
        assertThat(new Vendi().score(cosines)).isCloseTo(vendi, within(1e-12));
        assertThat(new Spectral().score(cosines)).isCloseTo(spectral, within(1e-12));
        assertThat(new SemanticEntropy().score(cosines)).isCloseTo(semanticEntropy, within(1e-12));
    }
}
