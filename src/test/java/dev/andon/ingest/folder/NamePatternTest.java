package dev.andon.ingest.folder;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

import dev.andon.ingest.Particulars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NamePatternTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aNameSaysUnitOrderPartAndTime() {
        NamePattern pattern = NamePattern.of("{order}-{unit}_{part}_{time:yyyyMMdd-HHmmss}", BERLIN);

        assertThat(pattern.read(Path.of("WO7-SN_12_BR-100_20260701-143000.jpg"))).contains(new Particulars("SN", "WO7",
                "12_BR-100", Instant.parse("2026-07-01T12:30:00Z")));
    }

    @Test
    void whatSaysNothingIsSkipped() {
        assertThat(NamePattern.of("{*}_{unit}", BERLIN).read(Path.of("cam.3_SN 穴.png")))
                .contains(new Particulars("SN 穴", null, null, null));
    }

    @Test
    void timesAreReadAsTheirFormatSays() {
        NamePattern pattern = NamePattern.of("{time:d MMM yyyy 'at' H.mm.ss}", BERLIN);

        assertThat(pattern.read(Path.of("3 Jan 2026 at 9.05.06.png")))
                .contains(new Particulars(null, null, null, Instant.parse("2026-01-03T08:05:06Z")));
    }

    @Test
    void withASlashItIsThePathBelowTheFolder() {
        NamePattern pattern = NamePattern.of("{part}/{unit}/{*}", BERLIN);

        assertThat(pattern.read(Path.of("BR-100", "SN1", "0001.jpg")))
                .contains(new Particulars("SN1", null, "BR-100", null));
        assertThat(pattern.read(Path.of("SN1", "0001.jpg"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SN1.jpg", "SN1_20261301-000000.jpg", "_20260101-000000.jpg"})
    void anotherNameDoesNotMatch(Path name) {
        assertThat(NamePattern.of("{unit}_{time:yyyyMMdd-HHmmss}", BERLIN).read(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{serial}_{*},{serial}", "{time},{time}", "{time:qqqqqqq},{time:qqqqqqq}", "{unit}{unit},twice",
        "{unit,brace", "{unit:x},{unit:x}", "{unit}}, brace"})
    void whatIsNoPatternIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> NamePattern.of(text, BERLIN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
