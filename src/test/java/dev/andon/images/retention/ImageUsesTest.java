package dev.andon.images.retention;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.KeptSample;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Result;
import dev.andon.images.StoredImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.andon.fixture.Judgements.accepted;
import static dev.andon.fixture.Judgements.held;
import static dev.andon.fixture.Judgements.reviewed;
import static org.assertj.core.api.Assertions.assertThat;

class ImageUsesTest {

    private static final Periods PERIODS = new Periods(days(90), days(180), days(7), days(14));
    private static final Instant DECIDED = Instant.parse("2026-01-02T03:04:05Z");
    private static final String DIGEST = "ab".repeat(32);
    private static final String NAME = "sha256/ab/" + "ab".repeat(31) + ".jpg";
    private static final URI STORED = URI.create("s3://bucket/plant/" + NAME);

    /** Kept long before it was decided. */
    private static final StoredImage IMAGE = image(DECIDED.minus(days(1)));

    private final ImageUses uses = new ImageUses(new KeptSample("salt", 0));

    @Test
    void anOpenReviewIsKeptForAsLongAsItIsOpen() {
        uses.add(held("i", STORED, DECIDED));

        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.OPEN_REVIEW, Instant.MAX));
    }

    @Test
    void aReviewThatSaysOkIsKeptAsHeldFromTheVerdictOn() {
        uses.add(held("i", STORED, DECIDED));
        uses.add(reviewed("i", Result.OK, DECIDED.plus(days(3))));

        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.HELD, DECIDED.plus(days(93))));
    }

    @Test
    void aReviewWithoutAnAnswerIsOverToo() {
        uses.add(held("i", STORED, DECIDED));
        uses.add(reviewed("i", Result.NOT_DECIDABLE, DECIDED));

        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.HELD, DECIDED.plus(days(90))));
    }

    @Test
    void theLastVerdictCounts() {
        uses.add(held("i", STORED, DECIDED));
        uses.add(reviewed("i", Result.OK, DECIDED.plus(days(1))));
        uses.add(reviewed("i", Result.NOT_OK, DECIDED.plus(days(2))));

        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.NOT_OK, DECIDED.plus(days(182))));
    }

    @Test
    void whatTheModelCallsOkGoesSoonAndWhatItCallsNotOkDoesNot() {
        uses.add(accepted("good", STORED, DECIDED, Result.OK));
        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.ACCEPTED, DECIDED.plus(days(7))));

        uses.add(accepted("bad", STORED, DECIDED, Result.NOT_OK));
        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.NOT_OK, DECIDED.plus(days(180))));
    }

    @Test
    void whatIsDrawnToBeKeptStaysAsLongAsHeldImages() {
        ImageUses sampling = new ImageUses(new KeptSample("salt", 1));
        sampling.add(accepted("i", STORED, DECIDED, Result.OK));

        assertThat(sampling.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.SAMPLE, DECIDED.plus(days(90))));
    }

    @Test
    void whatIsOverruledFromDownstreamIsNotOk() {
        uses.add(accepted("i", STORED, DECIDED, Result.OK));
        uses.add(reviewed("i", Result.NOT_OK, DECIDED.plus(days(5))));

        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.NOT_OK, DECIDED.plus(days(185))));
    }

    @Test
    void anAuditIsOpenWhicheverOfItsTwoRecordsIsReadFirst() {
        Inspection published = accepted("i", STORED, DECIDED, Result.OK);
        uses.add(published);
        uses.add(published.forAudit());
        ImageUses other = new ImageUses(new KeptSample("salt", 0));
        other.add(published.forAudit());
        other.add(published);

        assertThat(List.of(uses, other)).extracting(each -> each.keep(IMAGE, PERIODS).ground())
                .containsOnly(Ground.OPEN_REVIEW);
    }

    @Test
    void aSharedImageIsKeptByTheUseThatNeedsItLongest() {
        uses.add(accepted("late", STORED, DECIDED, Result.OK));
        uses.add(held("early", STORED, DECIDED.minus(days(60))));
        uses.add(reviewed("early", Result.OK, DECIDED.minus(days(60))));

        assertThat(uses.keep(image(DECIDED.minus(days(61))), PERIODS))
                .isEqualTo(new Keep(Ground.HELD, DECIDED.plus(days(30))));
    }

    @Test
    void anImageThatWasKeptAgainAfterItsLastUseIsWanted() {
        uses.add(accepted("i", STORED, DECIDED, Result.OK));
        Instant again = DECIDED.plus(days(100));

        assertThat(uses.keep(image(again), PERIODS)).isEqualTo(new Keep(Ground.ACCEPTED, again.plus(days(7))));
    }

    @Test
    void whatNoRecordRefersToIsMeasuredByItsOwnTime() {
        uses.add(reviewed("whose decision has left its topic", Result.NOT_OK, DECIDED));

        assertThat(uses.keep(IMAGE, PERIODS))
                .isEqualTo(new Keep(Ground.UNREFERENCED, IMAGE.modified().plus(days(14))));
    }

    @Test
    void aFrameInItsTopicKeepsItsImageWhateverElseIsKnown() {
        uses.add(accepted("i", STORED, DECIDED, Result.OK));
        uses.add(new Frame(new FrameId("f"), new LineId("press"), "cam-1", null, null, null, null, DECIDED,
                "image/jpeg", 1, DIGEST,
                new ImageSource.Reference(STORED), null));

        assertThat(uses.keep(IMAGE, PERIODS)).isEqualTo(new Keep(Ground.FRAME, Instant.MAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///mnt/images/", "file:/C:/images/", "s3://other/", "https://host/"})
    void theStoreMayHaveAnotherPathForWhoeverWroteTheRecord(String root) {
        uses.add(held("i", URI.create(root + NAME), DECIDED));

        assertThat(uses.keep(IMAGE, PERIODS).ground()).isEqualTo(Ground.OPEN_REVIEW);
    }

    private static StoredImage image(Instant modified) {
        return new StoredImage(NAME, DIGEST, 1_000, modified);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
