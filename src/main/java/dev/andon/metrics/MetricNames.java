package dev.andon.metrics;

/** The names of all metrics, each with its labels. */
public final class MetricNames {

    /** Decided frames; {@code route}, {@code reason}. */
    public static final String FRAMES_DECIDED = "andon.frames.decided";
    /** Frames that were decided on the samples of another frame of the same scene. */
    public static final String FRAMES_REUSED = "andon.frames.reused";
    /** Samples asked for about frames that were decided; {@code line}. */
    public static final String LINE_CALLS = "andon.line.calls";
    /** Tokens of the prompts and answers of these frames' samples; {@code line}. */
    public static final String LINE_TOKENS = "andon.line.tokens";
    /** Frames dropped because the same frame was there before. */
    public static final String FRAMES_DUPLICATE = "andon.frames.duplicate";
    /** Offsets of frames that their topic had deleted before they were read. */
    public static final String FRAMES_EXPIRED = "andon.frames.expired";
    /** Records that could not be read as frames. */
    public static final String DEAD_LETTERS = "andon.dead.letters";
    /** Frames in the ledger. */
    public static final String LEDGER_SIZE = "andon.ledger.size";
    /** Seconds since the oldest frame in the ledger was taken from its topic, or from the ledger at a start; 0 for none. */
    public static final String LEDGER_OLDEST = "andon.ledger.oldest.seconds";
    /** Frames in the ledger that wait for the model, of which there is only a pointer. */
    public static final String FRAMES_PARKED = "andon.frames.parked";
    /** Frames that went to people because too many were parked. */
    public static final String FRAMES_SHED = "andon.frames.shed";
    /** Frames whose samples are being asked for. */
    public static final String FRAMES_SAMPLING = "andon.frames.sampling";
    /**
     * Requests to the model; {@code outcome} is {@code answered}, {@code cancelled} or the kind of failure,
     * {@code endpoint} the server.
     */
    public static final String VLM_CALLS = "andon.vlm.calls";
    /** Repeated requests; {@code cause} is the kind of failure before, {@code endpoint} the server that failed. */
    public static final String VLM_RETRIES = "andon.vlm.retries";
    /** Duration of calls that were answered; {@code endpoint}. */
    public static final String VLM_LATENCY = "andon.vlm.latency";
    /** Bytes of requests to the model, repeated ones included; {@code endpoint}. */
    public static final String VLM_SENT = "andon.vlm.sent.bytes";
    /** Tokens; {@code kind} is {@code prompt} or {@code completion}. */
    public static final String VLM_TOKENS = "andon.vlm.tokens";
    /** Requests to the model under way; {@code endpoint}. */
    public static final String VLM_CALLS_ACTIVE = "andon.vlm.calls.active";
    /** Requests to the model that may be under way at once, as things stand; {@code endpoint}. */
    public static final String VLM_CALLS_LIMIT = "andon.vlm.calls.limit";
    /** Calls that wait for a place at any endpoint. */
    public static final String VLM_CALLS_WAITING = "andon.vlm.calls.waiting";
    /** State of the circuit breaker: 0 closed, 1 half open, 2 open; {@code endpoint}. */
    public static final String VLM_BREAKER = "andon.vlm.breaker";
    /** Samples that were asked for. */
    public static final String SAMPLES_ASKED = "andon.samples.asked";
    /** Samples that a stopping rule made unnecessary. */
    public static final String SAMPLES_SAVED = "andon.samples.saved";
    /** Samples that were asked for besides because the last one of a frame was late. */
    public static final String SAMPLES_HEDGED = "andon.samples.hedged";
    /** Answers that were no samples; {@code cause}. */
    public static final String SAMPLES_INVALID = "andon.samples.invalid";
    /** Frames whose samples were equal byte for byte in answer and caption: the sign of sampling that is not real. */
    public static final String SAMPLES_IDENTICAL = "andon.samples.identical";

    /** Captions to be embedded; {@code result} is {@code hit} where the vector was remembered, else {@code miss}. */
    public static final String EMBEDDING_CACHE = "andon.embedding.cache";
    /** Requests for embeddings; labels as for {@link #VLM_CALLS}. */
    public static final String EMBEDDING_CALLS = "andon.embedding.calls";
    /** Repeated requests for embeddings; labels as for {@link #VLM_RETRIES}. */
    public static final String EMBEDDING_RETRIES = "andon.embedding.retries";
    /** Duration of calls that were answered with embeddings; {@code endpoint}. */
    public static final String EMBEDDING_LATENCY = "andon.embedding.latency";
    /** Bytes of requests for embeddings, repeated ones included; {@code endpoint}. */
    public static final String EMBEDDING_SENT = "andon.embedding.sent.bytes";
    /** Requests for embeddings under way; {@code endpoint}. */
    public static final String EMBEDDING_CALLS_ACTIVE = "andon.embedding.calls.active";
    /** Requests for embeddings that may be under way at once; {@code endpoint}. */
    public static final String EMBEDDING_CALLS_LIMIT = "andon.embedding.calls.limit";
    /** Calls for embeddings that wait for a place at an endpoint. */
    public static final String EMBEDDING_CALLS_WAITING = "andon.embedding.calls.waiting";
    /** State of the circuit breaker of a server of embeddings, as for {@link #VLM_BREAKER}; {@code endpoint}. */
    public static final String EMBEDDING_BREAKER = "andon.embedding.breaker";

    /** Verdicts that were joined with their inspection; {@code result}, {@code basis}. */
    public static final String VERDICTS = "andon.verdicts";
    /** Verdicts by which a published result became another one. */
    public static final String VERDICTS_OVERRULING = "andon.verdicts.overruling";
    /** Inspections that wait for a person; {@code task}. */
    public static final String REVIEWS_OPEN = "andon.reviews.open";
    /** Changes of thresholds; {@code cause}. */
    public static final String THRESHOLD_CHANGES = "andon.threshold.changes";
    /** Thresholds in force, -1 where everything is held; {@code line}, {@code recipe}. */
    public static final String THRESHOLD = "andon.threshold";
    /** Recipes whose scores have changed since their threshold was learnt: 1, else 0; {@code line}, {@code recipe}. */
    public static final String DRIFT_ALARM = "andon.drift.alarm";

    /** How a camera is doing: 1 for its state, 0 for the others; {@code state}, {@code line}, {@code camera}. */
    public static final String CAMERA_STATE = "andon.camera.state";
    /** Pictures that a camera gave; {@code line}, {@code camera}, as for all that follow. */
    public static final String CAMERA_TAKEN = "andon.camera.pictures.taken";
    /** Of them, those that equal the one before bit by bit. */
    public static final String CAMERA_REPEATED = "andon.camera.pictures.repeated";
    /** Of them, those that can be no frames. */
    public static final String CAMERA_UNFIT = "andon.camera.pictures.unfit";
    /** Frames of a camera that all replicas have. */
    public static final String CAMERA_PUBLISHED = "andon.camera.frames.published";
    /** Frames of a camera that were given up. */
    public static final String CAMERA_DROPPED = "andon.camera.frames.dropped";
    /** How often pictures came again after none had come. */
    public static final String CAMERA_RESTARTS = "andon.camera.restarts";
    /** Pictures per second of late. */
    public static final String CAMERA_RATE = "andon.camera.rate";
    /** Seconds since the last picture was taken that differs from the one before. */
    public static final String CAMERA_LAST_AGE = "andon.camera.last.age.seconds";
    /** Bytes of frames in memory that are not acknowledged. */
    public static final String CAMERA_WAITING_BYTES = "andon.camera.waiting.bytes";
    /** Bytes of frames on disk that are not acknowledged. */
    public static final String CAMERA_SPOOLED_BYTES = "andon.camera.spooled.bytes";
    /** Seconds that the oldest of these frames has waited; 0 for none. */
    public static final String CAMERA_OLDEST = "andon.camera.waiting.oldest.seconds";
    /** Sharpness of pictures of late, as events have it. */
    public static final String CAMERA_SHARPNESS = "andon.camera.sharpness";
    /** Exposure of pictures of late, 0 (black) to 1 (white). */
    public static final String CAMERA_EXPOSURE = "andon.camera.exposure";
    /** Noise of pictures of late, in grey values. */
    public static final String CAMERA_NOISE = "andon.camera.noise";
    /** Events of cameras that could not be written. */
    public static final String CAMERA_EVENTS_LOST = "andon.camera.events.lost";

    private MetricNames() {}
}
