package dev.andon.avro;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.frame.Frame;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import org.jspecify.annotations.Nullable;

/** The codecs of every topic, on one registry. Any thread. */
public final class Codecs implements AutoCloseable {

    private final WatchedRegistry registry;
    private final RecordCodec<dev.andon.schema.Frame, Frame> frames;
    private final RecordCodec<dev.andon.schema.Inspection, Inspection> inspections;
    private final RecordCodec<dev.andon.schema.LinePolicy, LinePolicy> policies;
    private final RecordCodec<dev.andon.schema.Verdict, Verdict> verdicts;
    private final RecordCodec<dev.andon.schema.Reviewed, Reviewed> reviewed;
    private final RecordCodec<dev.andon.schema.LineThresholds, LineThresholds> thresholds;
    private final RecordCodec<dev.andon.schema.ThresholdChange, ThresholdChange> changes;
    private final RecordCodec<dev.andon.schema.CameraEvent, CameraEvent> cameraEvents;
    private final AvroJson json;

    Codecs(SchemaRegistry asked) {
        registry = new WatchedRegistry(asked, InstantSource.system());
        frames = new RecordCodec<>(registry, new FrameMapper());
        inspections = new RecordCodec<>(registry, new InspectionMapper());
        policies = new RecordCodec<>(registry, new LinePolicyMapper());
        verdicts = new RecordCodec<>(registry, new VerdictMapper());
        reviewed = new RecordCodec<>(registry, new ReviewedMapper());
        thresholds = new RecordCodec<>(registry, new LineThresholdsMapper());
        changes = new RecordCodec<>(registry, new ThresholdChangeMapper());
        cameraEvents = new RecordCodec<>(registry, new CameraEventMapper());
        json = new AvroJson(registry);
    }

    /** Codecs on a registry. Does not call it yet. */
    public static Codecs connect(RegistryAccess access) {
        return new Codecs(new ConfluentRegistry(access));
    }

    public Codec<Frame> frames() {
        return frames;
    }

    public Codec<Inspection> inspections() {
        return inspections;
    }

    public Codec<LinePolicy> policies() {
        return policies;
    }

    public Codec<Verdict> verdicts() {
        return verdicts;
    }

    public Codec<Reviewed> reviewed() {
        return reviewed;
    }

    public Codec<LineThresholds> thresholds() {
        return thresholds;
    }

    public Codec<ThresholdChange> thresholdChanges() {
        return changes;
    }

    public Codec<CameraEvent> cameraEvents() {
        return cameraEvents;
    }

    /** For people: any value in the wire format as JSON. */
    public AvroJson json() {
        return json;
    }

    /**
     * Makes sure that every topic to be written has its schema, so that writing never needs the registry afterwards.
     *
     * @param autoRegister whether schemas that are not there are registered
     */
    public Preparation prepare(List<WrittenTopic> topics, boolean autoRegister) {
        List<String> problems = new ArrayList<>();
        for (WrittenTopic topic : topics) {
            RecordCodec<?, ?> codec = codec(topic.type());
            switch (id(topic, codec, autoRegister)) {
                case Answer.Found<Integer>(Integer id) -> codec.prepared(id);
                case Answer.Absent<Integer>(String detail) -> problems.add("subject " + topic.subject()
                        + " does not have the schema " + codec.mapper().schema().getFullName()
                        + "; run 'andon topics create' or set registry.autoRegister: true (" + detail + ")");
                case Answer.Refused<Integer>(String detail) -> problems.add("subject " + topic.subject()
                        + " does not take the schema " + codec.mapper().schema().getFullName()
                        + "; compare its versions with schemas/ of this program (" + detail + ")");
                case Answer.Away<Integer>(String detail) -> {
                    return new Preparation.RegistryAway(detail);
                }
            }
        }
        return problems.isEmpty() ? new Preparation.Ready() : new Preparation.Missing(problems);
    }

    /** Why the registry does not answer those who need it now; null where nobody is kept waiting. */
    public @Nullable String registryAway() {
        return registry.away();
    }

    @Override
    public void close() {
        registry.close();
    }

    private Answer<Integer> id(WrittenTopic topic, RecordCodec<?, ?> codec, boolean autoRegister) {
        return autoRegister
                ? registry.register(topic.subject(), codec.mapper().schema())
                : registry.idOf(topic.subject(), codec.mapper().schema());
    }

    private RecordCodec<?, ?> codec(WrittenTopic.Type type) {
        return switch (type) {
            case FRAME -> frames;
            case INSPECTION -> inspections;
            case LINE_POLICY -> policies;
            case VERDICT -> verdicts;
            case REVIEWED -> reviewed;
            case LINE_THRESHOLDS -> thresholds;
            case THRESHOLD_CHANGE -> changes;
            case CAMERA_EVENT -> cameraEvents;
        };
    }
}
