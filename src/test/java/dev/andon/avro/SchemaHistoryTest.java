package dev.andon.avro;

import java.util.List;

import dev.andon.fixture.SchemaHistory;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every schema can read and be read by all that were before it: FULL_TRANSITIVE, as the registry has it. */
class SchemaHistoryTest {

    private static final String ADD = "%s is not what schemas/history has as its newest: copy it there under the next"
            + " number, and add a fixture as dev.andon.fixture.Fixture says";

    @ParameterizedTest
    @ValueSource(strings = {"Frame", "Inspection", "LinePolicy", "Verdict", "Reviewed", "LineThresholds",
        "ThresholdChange", "CameraEvent", "state/InFlight", "state/LineState", "state/SeenFrame", "state/LastInspected",
        "state/OpenReview", "state/EarlyVerdict", "state/Evidence", "state/RecipeLessons",
        "state/LineSpend"})
    void theNewestIsTheOneThatIsWritten(String name) {
        assertThat(SchemaHistory.of(name)).as(ADD, name).last().isEqualTo(SchemaHistory.current(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Frame", "Inspection", "LinePolicy", "Verdict", "Reviewed", "LineThresholds",
        "ThresholdChange", "CameraEvent", "state/InFlight", "state/LineState", "state/SeenFrame", "state/LastInspected",
        "state/OpenReview", "state/EarlyVerdict", "state/Evidence", "state/RecipeLessons",
        "state/LineSpend"})
    void eachReadsAndIsReadByAllOthers(String name) {
        List<Schema> versions = SchemaHistory.of(name);
        Schema current = SchemaHistory.current(name);

        assertThat(versions).allSatisfy(version -> {
            assertReads(current, version);
            assertReads(version, current);
        });
    }

    private static void assertReads(Schema reader, Schema writer) {
        var found = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
        assertThat(found.getCompatibility()).as("%s", found.getIncompatibilities())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
