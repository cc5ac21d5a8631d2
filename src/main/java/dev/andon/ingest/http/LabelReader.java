package dev.andon.ingest.http;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.ingest.Origin;
import dev.andon.ingest.Particulars;
import org.jspecify.annotations.Nullable;

/** Collects what a request says beside its image, and everything that is wrong with that. One thread. */
final class LabelReader {

    private static final int LONGEST = LineId.MAX_LENGTH;
    private static final int LONGEST_SHOWN = 80;

    /** Wide enough for every clock; a record holds milliseconds of the years in between. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<Label, String> texts = new EnumMap<>(Label.class);
    private final Set<Label> said = EnumSet.noneOf(Label.class);
    private final List<String> problems = new ArrayList<>();

    /** Takes a header of ours. */
    void header(String name, String value) {
        Label.ofHeader(name).ifPresentOrElse(label -> add(label, name, value, () -> LabelText.ofHeader(value)),
                () -> problem(shown(name) + " is no header of Andon: remove it, or write one of " + Label.headers()));
    }

    /** Takes a field of a form. */
    void field(String name, ByteBuffer value) {
        Label.ofField(name).ifPresentOrElse(label -> add(label, name, null, () -> LabelText.ofField(value)),
                () -> problem("the field " + shown(name) + " is unknown: remove it, or write image or one of "
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
                        texts.get(Label.STATION), null),
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
            flaw(text).ifPresentOrElse(flaw -> problem(name + " '" + shown(text) + "' " + flaw),
                    () -> texts.put(label, text));
        } catch (IllegalArgumentException e) {
            problem(name + (raw == null ? " " : " '" + shown(raw) + "' ") + e.getMessage());
        }
    }

    private static Optional<String> flaw(String text) {
        if (text.isBlank()) {
            return Optional.of("is blank: give a value, or leave it out");
        }
        if (text.length() > LONGEST) {
            return Optional.of("has " + text.length() + " characters: write at most " + LONGEST);
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.of("has control characters: remove them")
                : Optional.empty();
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
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException _) {
            // told below
        }
        problem(Label.CAPTURED_AT + " '" + shown(text) + "' is no instant: write it like 2026-01-31T23:59:59.123Z");
        return null;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
