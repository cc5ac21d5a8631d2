package dev.andon.demo.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.andon.core.decision.Reason;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static dev.andon.demo.summary.Records.accepted;
import static dev.andon.demo.summary.Records.audit;
import static dev.andon.demo.summary.Records.deadLetter;
import static dev.andon.demo.summary.Records.good;
import static dev.andon.demo.summary.Records.held;
import static dev.andon.demo.summary.Records.withFrameId;
import static dev.andon.demo.summary.Records.withSequence;
import static org.assertj.core.api.Assertions.assertThat;

class VerificationTest {

    private final List<SentFrame> sent = Stream.concat(good("a", 0, 6).stream(), good("b", 0, 6).stream()).toList();

    @Test
    void isCleanWhereEveryFrameHasOneDecisionInOrder() {
        List<OutputRecord> read = new ArrayList<>();
        for (SentFrame frame : sent) {
            read.add(frame.position().offset() % 2 == 0 ? accepted(frame) : held(frame, Reason.UNCERTAIN));
        }
        read.add(3, audit(sent.get(2)));

        Verification found = Verification.of(sent, read);

        assertThat(found).isEqualTo(new Verification(0, 0, 0, List.of()));
        assertThat(found.clean()).isTrue();
    }

    @Test
    void findsLostFrames() {
        List<OutputRecord> read = acceptedAll();
        read.remove(5);
        read.remove(11 - 1);

        Verification found = Verification.of(sent, read);

        assertThat(found.lost()).isEqualTo(2);
        assertThat(found.duplicated()).isZero();
        assertThat(found.outOfOrder()).isZero();
        assertThat(found.clean()).isFalse();
        assertThat(found.examples()).anyMatch(line -> line.contains("a#5"));
    }

    @Test
    void countsAnAuditCopyAsNoDecision() {
        List<OutputRecord> read = acceptedAll();
        read.set(3, audit(sent.get(3)));

        assertThat(Verification.of(sent, read).lost()).isEqualTo(1);
    }

    @Test
    void countsADeadLetterAsADecision() {
        List<OutputRecord> read = acceptedAll();
        read.set(5, deadLetter(sent.get(5)));

        assertThat(Verification.of(sent, read).clean()).isTrue();
    }

    @Test
    void findsFramesDecidedTwiceAlsoUnderDifferentRoutes() {
        List<OutputRecord> read = acceptedAll();
        read.add(held(sent.get(2), Reason.TIED));
        read.add(accepted(sent.get(7)));

        assertThat(Verification.of(sent, read).duplicated()).isEqualTo(2);
    }

    @Test
    void findsAuditCopiesMadeTwice() {
        List<OutputRecord> read = acceptedAll();
        read.addAll(List.of(audit(sent.get(1)), audit(sent.get(1))));

        assertThat(Verification.of(sent, read).duplicated()).isEqualTo(1);
    }

    @Test
    void findsDecisionsOfFramesThatNobodySent() {
        List<OutputRecord> read = acceptedAll();
        read.add(accepted(good("a", 6)));
        read.set(0, withFrameId(read.get(0), "another"));

        Verification found = Verification.of(sent, read);

        assertThat(found.duplicated()).isEqualTo(2);
        assertThat(found.examples()).anyMatch(line -> line.startsWith("belongs to no frame"));
    }

    @Test
    void findsSwappedRecords() {
        List<OutputRecord> read = acceptedAll();
        Collections.swap(read, 2, 3);

        Verification found = Verification.of(sent, read);

        assertThat(found.outOfOrder()).isPositive();
        assertThat(found.lost() + found.duplicated()).isZero();
    }

    @Test
    void findsSwappedSequencesAcrossTopics() {
        List<OutputRecord> read = acceptedAll();
        read.set(2, withSequence(held(sent.get(2), Reason.UNCERTAIN), 4));
        read.set(3, withSequence(read.get(3), 3));

        assertThat(Verification.of(sent, read).outOfOrder()).isPositive();
    }

    @Test
    void findsGapsInTheSequence() {
        List<OutputRecord> read = acceptedAll();
        read.set(5, withSequence(read.get(5), 9));

        assertThat(Verification.of(sent, read).outOfOrder()).isEqualTo(1);
    }

    @Test
    void letsLinesOvertakeEachOther() {
        List<OutputRecord> read = acceptedAll();
        read.sort(java.util.Comparator.comparingLong(each -> each.frame().offset()));

        assertThat(Verification.of(sent, read).clean()).isTrue();
    }

    @RepeatedTest(30)
    void findsWhateverWasDone(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<OutputRecord> read = acceptedAll();
        int place = random.nextInt(read.size());
        switch (random.nextInt(3)) {
            case 0 -> read.remove(place);
            case 1 -> read.add(random.nextInt(read.size()), read.get(place));
            default -> {
                int line = random.nextInt(2) * 6;
                int first = line + random.nextInt(5);
                Collections.swap(read, first, first + 1 + random.nextInt(line + 5 - first));
            }
        }

        assertThat(Verification.of(sent, read).clean()).isFalse();
    }

    private List<OutputRecord> acceptedAll() {
        return new ArrayList<>(sent.stream().map(Records::accepted).toList());
    }
}
