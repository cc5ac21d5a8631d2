package dev.andon.core.calibration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GridTest {

    @Test
    void valuesAreTheDecimalNumbersAsPeopleWriteThem() {
        assertThat(Grid.value(0)).isZero();
        assertThat(Grid.value(7)).hasToString("0.035");
        assertThat(Grid.value(200)).isEqualTo(1);
    }

    @Test
    void aScoreOnTheGridIsAcceptedByItsOwnThreshold() {
        for (int i = 0; i < Grid.SIZE; i++) {
            assertThat(Grid.above(Double.parseDouble(Double.toString(Grid.value(i))))).isEqualTo(i);
        }
    }

    @Test
    void comparesAsTheRulesDo() {
        for (int i = 0; i < Grid.SIZE; i++) {
            assertThat(Grid.above(Grid.value(i))).isEqualTo(i);
            if (i < Grid.SIZE - 1) {
                assertThat(Grid.above(Math.nextUp(Grid.value(i)))).isEqualTo(i + 1);
            }
            if (i > 0) {
                assertThat(Grid.above(Math.nextDown(Grid.value(i)))).isEqualTo(i);
            }
        }
    }

    @Test
    void aScoreThatRoundingPutAboveAThresholdIsAboveItHereToo() {
        double threeTenths = 1 - 7 / 10.0;

        assertThat(threeTenths).isGreaterThan(Grid.value(60));
        assertThat(Grid.above(threeTenths)).isEqualTo(61);
    }

    @Test
    void aCapIsNeverExceeded() {
        for (int i = 0; i < Grid.SIZE; i++) {
            assertThat(Grid.upTo(Grid.value(i))).isEqualTo(i);
        }
        assertThat(Grid.upTo(.3049)).isEqualTo(60);
        assertThat(Grid.upTo(.004)).isZero();
    }
}
