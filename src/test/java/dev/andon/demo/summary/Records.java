package dev.andon.demo.summary;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.Reason;
import dev.andon.core.frame.Position;
import dev.andon.core.sampling.Result;
import dev.andon.demo.summary.OutputRecord.Kind;

/** Made-up frames and records: frame k of a line stands at offset k and has sequence k + 1. */
final class Records {

    private Records() {}

    static SentFrame good(String line, int number) {
        return new SentFrame(id(line, number), line, at(line, number), "ok", Result.OK, false);
    }

    static SentFrame scratched(String line, int number) {
        return new SentFrame(id(line, number), line, at(line, number), "scratch", Result.NOT_OK, true);
    }

    static List<SentFrame> good(String line, int from, int to) {
        List<SentFrame> frames = new ArrayList<>();
        for (int i = from; i < to; i++) {
            frames.add(good(line, i));
        }
        return frames;
    }

    static OutputRecord accepted(SentFrame frame, Result result, String answer, String... answers) {
        return record(Kind.ACCEPTED, frame, result, answer, null, answers);
    }

    static OutputRecord accepted(SentFrame frame) {
        return accepted(frame, Result.OK, "ok", "ok", "ok", "ok");
    }

    static OutputRecord held(SentFrame frame, Reason reason, String... answers) {
        return record(Kind.HELD, frame, Result.NOT_DECIDABLE, answers.length == 0 ? null : answers[0], reason, answers);
    }

    static OutputRecord audit(SentFrame frame) {
        return record(Kind.AUDIT_COPY, frame, Result.OK, "ok", null, "ok", "ok", "ok");
    }

    static OutputRecord deadLetter(SentFrame frame) {
        return new OutputRecord(Kind.DEAD_LETTER, "", null, frame.position(), null, null, null, List.of(), null);
    }

    static OutputRecord withSequence(OutputRecord each, long sequence) {
        return new OutputRecord(each.kind(), each.line(), each.frameId(), each.frame(), sequence, each.result(),
                each.answer(), each.answers(), each.reason());
    }

    static OutputRecord withFrameId(OutputRecord each, String frameId) {
        return new OutputRecord(each.kind(), each.line(), frameId, each.frame(), each.sequence(), each.result(),
                each.answer(), each.answers(), each.reason());
    }

    private static OutputRecord record(Kind kind, SentFrame frame, Result result,
            @org.jspecify.annotations.Nullable String answer, @org.jspecify.annotations.Nullable Reason reason,
            String... answers) {
        return new OutputRecord(kind, frame.line(), frame.frameId(), frame.position(), frame.position().offset() + 1,
                result, answer, List.of(answers), reason);
    }

    private static String id(String line, int number) {
        return line + "#" + number;
    }

    private static Position at(String line, int number) {
        return new Position("frames", Math.floorMod(line.hashCode(), 1000), number);
    }
}
