package dev.andon.ingest.http;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import dev.andon.ingest.SaidText;
import org.jspecify.annotations.Nullable;

/** Collects what a request says beside its image, and everything that is wrong with that. One thread. */
final class LabelReader {

    private final Map<Label, String> texts = new EnumMap<>(Label.class);
    private final Set<Label> said = EnumSet.noneOf(Label.class);
    private final List<String> problems = new ArrayList<>();

    /** Takes a header of ours. */
    void header(String name, String value) {
        Label.ofHeader(name).ifPresentOrElse(label -> add(label, name, value, () -> LabelText.ofHeader(value)),
                () -> problem(SaidText.shown(name) + " is no header of Andon: remove it, or write one of "
                        + Label.headers()));
    }

    /** Takes a field of a form. */
    void field(String name, ByteBuffer value) {
        Label.ofField(name).ifPresentOrElse(label -> add(label, name, null, () -> LabelText.ofField(value)),
                () -> problem("the field " + SaidText.shown(name) + " is unknown: remove it, or write image or one of "
                        + Label.fields()));
    }

    /** Takes something else that is wrong with the request. */
    void problem(String problem) {
        problems.add(problem);
    }

    /** @throws Refused if anything is missing or wrong; it says all of it */
    Labels read() throws Refused {
        need(Label.LINE, "the id of the production line");
        need(Label.CAMERA, "the id of the camera");
        Instant capturedAt = instant();
        if (!problems.isEmpty()) {
            throw new Refused(Answer.problems(400, List.copyOf(problems)));
        }
        String frameId = texts.get(Label.FRAME_ID);
        return new Labels(
                new Origin(new LineId(texts.getOrDefault(Label.LINE, "")), texts.getOrDefault(Label.CAMERA, ""),
                        texts.get(Label.STATION), null, List.of()),
                new Particulars(texts.get(Label.UNIT), texts.get(Label.WORK_ORDER), texts.get(Label.PART), capturedAt),
                frameId == null ? null : new FrameId(frameId));
    }

    /** @param raw as it came, for messages; null where that is no text */
    private void add(Label label, String name, @Nullable String raw, Supplier<String> decoder) {
        if (!said.add(label)) {
            problem(name + " is there more than once: send it once");
            return;
        }
        try {
            String text = decoder.get();
            SaidText.flaw(text).ifPresentOrElse(flaw -> problem(name + " '" + SaidText.shown(text) + "' " + flaw),
                    () -> texts.put(label, text));
        } catch (IllegalArgumentException e) {
            problem(name + (raw == null ? " " : " '" + SaidText.shown(raw) + "' ") + e.getMessage());
        }
    }

    private void need(Label label, String what) {
        if (!said.contains(label)) {
            problem(label + " is missing: send " + what);
        }
    }

    private @Nullable Instant instant() {
        String text = texts.get(Label.CAPTURED_AT);
        if (text == null) {
            return null;
        }
        Instant instant = SaidText.instant(text).orElse(null);
        if (instant == null) {
            problem(Label.CAPTURED_AT + " '" + SaidText.shown(text) + "' " + SaidText.NO_INSTANT);
        }
        return instant;
    }
}
