package dev.andon.core.calibration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HistogramTest {

    @Test
    void isTheSameWhateverTheOrder() {
        Histogram one = new Histogram();
        Histogram other = new Histogram();

        one.add(3);
        one.add(5);
        one.remove(3);
        other.add(5);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(new Histogram(one.counts())).isEqualTo(one);
    }

    @Test
    void countsWhatAThresholdAccepts() {
        Histogram histogram = new Histogram();

        histogram.add(0);
        histogram.add(60);
        histogram.add(200);

        assertThat(histogram.upTo(Grid.NONE)).isZero();
        assertThat(histogram.upTo(59)).isEqualTo(1);
        assertThat(histogram.upTo(60)).isEqualTo(2);
        assertThat(histogram.total()).isEqualTo(3);
    }

    @Test
    void copiesShareNothing() {
        int[] counts = new int[Grid.SIZE];
        Histogram histogram = new Histogram(counts);
        Histogram copy = histogram.copy();

        histogram.add(1);
        counts[2]++;
        histogram.counts()[3]++;

        assertThat(histogram.total()).isEqualTo(1);
        assertThat(histogram.at(2) + histogram.at(3)).isZero();
        assertThat(copy.total()).isZero();
    }

    @Test
    void hasOneCountForEachThreshold() {
        assertThatThrownBy(() -> new Histogram(new int[200]))
                .hasMessage("a histogram has 201 counts, this one has 200");
    }
}
