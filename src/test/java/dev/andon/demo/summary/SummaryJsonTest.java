package dev.andon.demo.summary;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.andon.core.decision.Reason;
import dev.andon.core.sampling.Result;
import org.junit.jupiter.api.Test;

import static dev.andon.demo.summary.Records.accepted;
import static dev.andon.demo.summary.Records.good;
import static dev.andon.demo.summary.Records.held;
import static dev.andon.demo.summary.Records.scratched;
import static org.assertj.core.api.Assertions.assertThat;

class SummaryJsonTest {

    private final List<SentFrame> sent = List.of(good("a", 0), good("a", 1), scratched("a", 2), good("a", 3));
    private final List<OutputRecord> read = List.of(accepted(sent.get(0)), accepted(sent.get(1)),
            accepted(sent.get(2), Result.OK, "ok", "ok", "ok"), held(sent.get(3), Reason.UNCERTAIN, "dent", "ok"));
    private final LabelResults labels = LabelResults.of(List.of(TallyTest.policy("a")));
    private final Summary summary = new Summary(Verification.of(sent, read), Tally.of(sent, read, labels), null, 20,
            0.5);

    @Test
    void beginsWithTheAgreedFieldsInTheirOrder() throws JsonProcessingException {
        String line = SummaryJson.of(summary);

        assertThat(line).startsWith("{\"frames\":4,\"accepted\":3,\"humanReview\":1,\"auditCopies\":0,"
                + "\"deadLetters\":0,\"lost\":0,\"duplicated\":0,\"outOfOrder\":0,\"vlmCalls\":20,"
                + "\"reasons\":{\"UNCERTAIN\":1},\"escapesWithoutGate\":1,\"falseRejectsWithoutGate\":1,"
                + "\"escapesAccepted\":1,\"falseRejectsAccepted\":0,\"unanimousWrong\":1,\"seconds\":0.5,"
                + "\"framesPerSecond\":8.0,").doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.at("/intervals/escapesAccepted/1").asDouble()).isBetween(0.25, 1.0);
        assertThat(json.path("simulatedModel").asBoolean()).isTrue();
    }

    @Test
    void saysInWordsThatTheModelIsASimulation() {
        assertThat(SummaryText.of(summary)).contains("SIMULATION").contains("5.00 calls of the model per frame")
                .contains("lost 0, duplicated 0, out of order 0").contains("1 = 25.00 % [0.63, 80.59]");
    }
}
