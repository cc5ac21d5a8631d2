package dev.andon.topology.inspect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import dev.andon.avro.Codec;
import dev.andon.avro.Decoding;
import dev.andon.core.decision.Findings.Problem;
import dev.andon.core.decision.Lot;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.topology.source.FrameRecord;
import dev.andon.topology.state.LedgerEntry;
import dev.andon.topology.state.LineStates;
import dev.andon.topology.state.LineStates.InForce;
import dev.andon.topology.state.Precedents;
import dev.andon.topology.state.SeenFrames;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles, in the order of each line, what a record is and what it is inspected by: decode, place, look for repetitions,
 * pick recipe and threshold. One thread.
 */
final class Admission {

    /** What is to be done with a record. */
    sealed interface Verdict {

        /** Inspect it. */
        record Admitted(Dossier dossier) implements Verdict {}

        /** The same frame was there before: nothing is to be done. */
        record Repeated() implements Verdict {}

        /** It is none of those that the application answers for: nothing is to be done or said. */
        record PassedOver() implements Verdict {}

        /** It is no frame. */
        record Undecodable(String exceptionClass, String message, String stackTrace) implements Verdict {}

        /** That cannot be known now. */
        record NotNow(String detail) implements Verdict {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private static final LineId NO_LINE = new LineId("(no line)");

    /** Characters of a key that are looked at: more than a line id can have, and few enough for state and logs. */
    private static final int LONGEST_KEY = LineId.MAX_LENGTH + 1;

    private final Codec<Frame> codec;
    private final LineStates lines;
    private final SeenFrames seen;
    private final Precedents precedents;
    private final InspectSettings settings;

    Admission(Codec<Frame> codec, LineStates lines, SeenFrames seen, Precedents precedents, InspectSettings settings) {
        this.codec = codec;
        this.lines = lines;
        this.seen = seen;
        this.precedents = precedents;
        this.settings = settings;
    }

    /** The text of a record's key, cut where it is too long for a line; empty where there is no key. */
    static String lineKey(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), LONGEST_KEY));
    }

    Verdict admit(LedgerEntry entry, FrameRecord record) {
        Decoding<Frame> decoding;
        try {
            decoding = codec.decode(record.value());
        } catch (RuntimeException | Error e) {
            LOG.error("{} could not be decoded, which is a fault of this program", entry.position(), e);
            return ifLive(new Verdict.Admitted(
                    unread(entry, new Problem(Reason.INSPECTION_FAILED, "its record could not be decoded: " + e))));
        }
        return switch (decoding) {
            case Decoding.RegistryAway<Frame>(String detail) -> new Verdict.NotNow(detail);
            case Decoding.Undecodable<Frame>(String type, String message, String stackTrace) ->
                ifLive(new Verdict.Undecodable(type, message, stackTrace));
            case Decoding.Decoded<Frame>(Frame frame) when settings.scope().has(frame.id()) ->
                place(entry, frame, record.key());
            case Decoding.Decoded<Frame> _ -> new Verdict.PassedOver();
        };
    }

    /** Whether it can be told of a record at once that it would be passed over. */
    boolean passesOver(Position position, FrameRecord record) {
        if (settings.scope().isLive()) {
            return false;
        }
        try {
            return codec.decode(record.value()) instanceof Decoding.Decoded<Frame>(Frame frame)
                    && !settings.scope().has(frame.id());
        } catch (RuntimeException | Error e) {
            LOG.debug("{} could not be decoded, as will be told when it is admitted", position, e);
            return false;
        }
    }

    /** The dossier of a frame whose record is gone; empty where it is passed over. */
    Optional<Dossier> lost(LedgerEntry entry, String detail) {
        return settings.scope().isLive()
                ? Optional.of(unread(entry, new Problem(Reason.SOURCE_LOST, detail)))
                : Optional.empty();
    }

    /** What becomes of a record that cannot be inspected: somebody has to be told, and told once. */
    private Verdict ifLive(Verdict verdict) {
        return settings.scope().isLive() ? verdict : new Verdict.PassedOver();
    }

    /** The dossier of a frame of which nothing is known but the key of its record. */
    private Dossier unread(LedgerEntry entry, Problem problem) {
        String key = entry.lineKey();
        boolean named = !key.isBlank() && key.length() < LONGEST_KEY;
        LineId line = named ? new LineId(key) : NO_LINE;
        boolean inSequence = named && isHome(key.getBytes(StandardCharsets.UTF_8), entry);
        return new Dossier(entry.position(), entry.receivedAt(), line, inSequence, null, problem, null,
                lot(entry.position().partition() + "@" + entry.position().offset()));
    }

    /**
     * How long a frame of this line may wait at least: the shortest time limit of its recipes.
     *
     * @return zero where there is no recipe, so that nothing is to be asked; null where that cannot be known now
     */
    @Nullable
    Duration shortestTimeLimit(String lineKey) {
        return switch (lines.of(lineKey)) {
            case InForce.Known(var policy, var ignored) -> policy.recipes().stream()
                    .map(recipe -> recipe.plan().timeLimit()).min(Duration::compareTo).orElse(Duration.ZERO);
            case InForce.None ignored -> Duration.ZERO;
            case InForce.Unreadable ignored -> null;
        };
    }

    private Verdict place(LedgerEntry entry, Frame frame, byte @Nullable [] key) {
        boolean home = entry.lineKey().equals(frame.line().value()) && key != null && isHome(key, entry);
        if (home) {
            return look(entry, frame);
        }
        String detail = "the frame is of line " + frame.line() + " but stands under the key '" + entry.lineKey()
                + "' on partition " + entry.position().partition() + " of " + settings.partitions()
                + ": produce it with the line id as key and Kafka's default partitioner";
        return ifLive(
                new Verdict.Admitted(dossier(entry, frame, false, null, new Problem(Reason.WRONG_PARTITION, detail))));
    }

    private Verdict look(LedgerEntry entry, Frame frame) {
        InForce inForce = lines.of(frame.line().value());
        if (inForce instanceof InForce.Unreadable(String detail)) {
            return new Verdict.NotNow(detail);
        }
        return switch (seen.see(frame, entry.position().offset())) {
            case REPEATED -> new Verdict.Repeated();
            case CONFLICTING -> ifLive(new Verdict.Admitted(dossier(entry, frame, true, null, new Problem(
                    Reason.CONFLICTING_FRAME,
                    "frame id " + frame.id() + " was used before on line " + frame.line() + " for another image"))));
            case FIRST -> {
                Dossier.Basis basis = basis(entry, frame, inForce);
                Verdict admitted = new Verdict.Admitted(dossier(entry, frame, true, basis, null));
                yield basis == null ? ifLive(admitted) : admitted;
            }
        };
    }

    private Dossier.@Nullable Basis basis(LedgerEntry entry, Frame frame, InForce inForce) {
        if (!(inForce instanceof InForce.Known known)) {
            return null;
        }
        Recipe recipe = known.policy().recipeFor(frame.cameraId(), frame.partNumber()).orElse(null);
        if (recipe == null) {
            return null;
        }
        Dossier.Basis basis = Dossier.Basis.of(known.policy(), recipe, known.thresholdOf(recipe));
        if (basis.recipeHash().equals(entry.recipeHash()) && !entry.samples().isEmpty()) {
            return basis.withKept(entry.samples());
        }
        return recipe.plan().stillScene() == null
                ? basis
                : basis.withLast(precedents.of(frame.line(), frame.cameraId()));
    }

    private Dossier dossier(LedgerEntry entry, Frame frame, boolean inSequence, Dossier.@Nullable Basis basis,
            @Nullable Problem problem) {
        return new Dossier(entry.position(), entry.receivedAt(), frame.line(), inSequence, frame, problem, basis,
                lot(frame.id().value()));
    }

    private double lot(String frameId) {
        return Lot.of(settings.lotSalt(), new FrameId(frameId));
    }

    /** Whether Kafka's default partitioner puts this key on the partition where the record stands. */
    private boolean isHome(byte[] key, LedgerEntry entry) {
        return Utils.toPositive(Utils.murmur2(key)) % settings.partitions() == entry.position().partition();
    }
}
