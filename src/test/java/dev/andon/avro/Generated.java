package dev.andon.avro;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.andon.core.camera.CameraEvent;
import dev.andon.core.camera.CameraState;
import dev.andon.core.camera.CameraStatus;
import dev.andon.core.camera.EventKind;
import dev.andon.core.decision.Approval;
import dev.andon.core.decision.Audit;
import dev.andon.core.decision.Costs;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.ImageReference;
import dev.andon.core.decision.Inspection;
import dev.andon.core.decision.Learning;
import dev.andon.core.decision.LearntThreshold;
import dev.andon.core.decision.Limits;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.LineThresholds;
import dev.andon.core.decision.Promise;
import dev.andon.core.decision.Purpose;
import dev.andon.core.decision.QualityGate;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.RecipeRevision;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Selector;
import dev.andon.core.decision.Threshold;
import dev.andon.core.decision.ThresholdChange;
import dev.andon.core.decision.ThresholdMode;
import dev.andon.core.decision.ThresholdRule;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.ImageSize;
import dev.andon.core.frame.ImageSource;
import dev.andon.core.frame.LineId;
import dev.andon.core.frame.Position;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.SamplingPlan;
import dev.andon.core.sampling.StillScene;
import dev.andon.core.sampling.StoppingRule;
import dev.andon.core.uncertainty.Cosines;
import dev.andon.core.uncertainty.Scores;
import org.jspecify.annotations.Nullable;

/** Random but repeatable values, in every shape that the core allows. One thread. */
final class Generated {

    private static final List<String> WORDS = List.of("bracket", "穴が足りない", "q\"uote", "Ünïcødé", "👷", "a b");

    private final Random random;

    Generated(long seed) {
        random = new Random(seed);
    }

    Frame frame() {
        return new Frame(new FrameId(text()), new LineId(text()), text(), maybe(this::text), maybe(this::text),
                maybe(this::text), maybe(this::text), instant(), text(), random.nextInt(1 << 20), text(),
                random.nextBoolean() ? new ImageSource.Inline(image()) : new ImageSource.Reference(uri()),
                maybe(this::quality));
    }

    private ImageQuality quality() {
        return new ImageQuality(1 + random.nextInt(9999), 1 + random.nextInt(9999), random.nextDouble(1e6),
                random.nextDouble(), random.nextDouble(400));
    }

    Inspection inspection() {
        Inspection.Applied applied = maybe(this::applied);
        double lot = random.nextDouble();
        return new Inspection(text(), subject(), new LineId(text()), maybe(random::nextLong), decision(applied, lot),
                maybe(() -> any(Purpose.values())), maybe(this::scores), maybe(random::nextDouble), samples(),
                asking(), applied,
                new ImageReference(maybe(this::uri), new Position(text(), random.nextInt(99), random.nextLong()),
                        text()),
                maybe(this::image), maybe(this::text), lot,
                new Inspection.Times(maybe(this::instant), instant(), instant()), random.nextBoolean());
    }

    LinePolicy policy() {
        return new LinePolicy(new LineId(text()), random.nextLong(), text(), maybe(this::text),
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> recipe()).toList(), any(Approval.values()),
                maybe(this::budget));
    }

    private DailyBudget budget() {
        Long calls = maybe(random::nextLong);
        return new DailyBudget(calls, calls == null ? Long.valueOf(random.nextLong()) : maybe(random::nextLong));
    }

    Verdict verdict() {
        return verdict(text(), new LineId(text()));
    }

    Reviewed reviewed() {
        Inspected inspected = inspected();
        return new Reviewed(text(), maybe(this::text), inspected,
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> verdict(inspected.inspectionId(), inspected.subject().line())).toList(),
                any(Result.values()), random.nextBoolean());
    }

    LineThresholds thresholds() {
        return new LineThresholds(new LineId(text()),
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> learnt()).toList());
    }

    ThresholdChange thresholdChange() {
        return new ThresholdChange(new LineId(text()), revision(), maybe(random::nextDouble), maybe(random::nextDouble),
                maybe(random::nextLong), random.nextLong(), any(ThresholdMode.values()), text(), text(), instant());
    }

    CameraEvent cameraEvent() {
        CameraStatus.Counts counts = new CameraStatus.Counts(instant(), random.nextLong(), random.nextLong(),
                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        return new CameraEvent(text(), new LineId(text()), maybe(this::text), instant(), new EventKind(text()),
                any(CameraState.values()), instant(),
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> text()).toList(), text(),
                new CameraStatus(random.nextDouble(), maybe(this::instant), counts,
                        new CameraStatus.Waiting(random.nextLong(), random.nextLong(), maybe(this::time)),
                        new CameraStatus.Quality(maybe(random::nextDouble), maybe(random::nextDouble),
                                maybe(random::nextDouble))));
    }

    private Verdict verdict(String inspectionId, LineId line) {
        return new Verdict(text(), inspectionId, line,
                any(new Result[]{Result.OK, Result.NOT_OK, Result.NOT_DECIDABLE}),
                maybe(this::text), any(Basis.values()), text(), instant(),
                maybe(() -> Duration.ofMillis(random.nextInt(99_999))), maybe(this::text), maybe(this::text));
    }

    private Inspected inspected() {
        return new Inspected(text(), new Position(text(), random.nextInt(99), random.nextLong()),
                new Inspected.Subject(new LineId(text()), maybe(() -> new FrameId(text())), maybe(this::text),
                        maybe(this::text), maybe(this::text), maybe(this::text)),
                maybe(random::nextLong), any(Route.values()), maybe(() -> any(Reason.values())),
                maybe(() -> any(Purpose.values())), any(Result.values()), maybe(this::text), random.nextBoolean(),
                maybe(random::nextDouble), random.nextInt(9), random.nextDouble(),
                maybe(() -> new Inspected.AppliedRecipe(random.nextLong(), text(), random.nextInt(), text(),
                        random.nextDouble(), maybe(random::nextLong))),
                maybe(this::instant), instant(), random.nextBoolean());
    }

    private LearntThreshold learnt() {
        return new LearntThreshold(revision(), maybe(random::nextDouble), random.nextLong(),
                any(ThresholdMode.values()), text(), text(), maybe(this::instant), instant(),
                new LearntThreshold.Progress(random.nextInt(999), random.nextInt(99),
                        maybe(() -> random.nextInt(999)), maybe(() -> random.nextInt(999)),
                        maybe(random::nextDouble), maybe(random::nextDouble), maybe(this::text)));
    }

    private RecipeRevision revision() {
        return new RecipeRevision(text(), random.nextInt(), text());
    }

    private Recipe recipe() {
        return new Recipe(text(), random.nextInt(), new Selector(words(), words()), text(), text(), labels(), text(),
                new SamplingPlan(random.nextInt(9), random.nextInt(9), random.nextDouble(), random.nextInt(999),
                        Duration.ofMillis(random.nextInt(99_999)), stopping(), maybe(() -> random.nextInt(9999)),
                        maybe(() -> new StillScene(random.nextDouble(), Duration.ofMillis(random.nextInt(99_999))))),
                text(), new Limits(random.nextDouble(), random.nextDouble()),
                maybe(() -> new QualityGate(random.nextDouble(), random.nextDouble(), random.nextDouble(),
                        maybe(random::nextDouble))),
                random.nextDouble(), any(Audit.values()), rule());
    }

    private StoppingRule stopping() {
        return switch (any(StoppingRule.Kind.values())) {
            case NONE -> new StoppingRule.AllSamples();
            case LOSSLESS -> new StoppingRule.Lossless(random.nextInt(9), random.nextInt(9));
            case UNANIMOUS_WINDOW -> new StoppingRule.UnanimousWindow(random.nextInt(9), random.nextDouble());
        };
    }

    private Inspection.Asking asking() {
        return new Inspection.Asking(random.nextInt(9), random.nextInt(9),
                maybe(() -> any(StoppingRule.Kind.values())),
                maybe(() -> new ImageSize(random.nextInt(), random.nextInt())),
                maybe(() -> new Inspection.Reuse(new FrameId(text()), random.nextLong(), random.nextDouble())));
    }

    private ThresholdRule rule() {
        return switch (any(ThresholdMode.values())) {
            case FIXED -> new ThresholdRule.Fixed(random.nextDouble(), text());
            case BUDGET -> new ThresholdRule.Budget(random.nextDouble(), text(), learning());
            case COST -> new ThresholdRule.Cost(new Costs(random.nextDouble(), random.nextDouble(),
                    random.nextDouble(), random.nextDouble()), learning());
            case RISK -> new ThresholdRule.Risk(new Promise(random.nextDouble(), random.nextDouble(),
                    maybe(random::nextDouble), random.ints(random.nextInt(4)).boxed().toList()), maybe(this::text),
                    learning());
        };
    }

    private Learning learning() {
        return new Learning(random.nextDouble(), time(), time(), time(), time());
    }

    private Duration time() {
        return Duration.ofMillis(random.nextInt(99_999));
    }

    private Labels labels() {
        return new Labels(IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> new Label(text(), any(Result.values()), "")).toList());
    }

    private Decision decision(Inspection.@Nullable Applied applied, double lot) {
        Route route = any(Route.values());
        boolean accepted = route == Route.ACCEPTED;
        return new Decision(route, accepted ? null : any(Reason.values()), any(Result.values()),
                maybe(() -> new Answer(text())), text(), random.nextBoolean(),
                accepted && applied != null && lot < applied.auditShare());
    }

    private Inspection.Subject subject() {
        return new Inspection.Subject(maybe(() -> new FrameId(text())), maybe(this::text), maybe(this::text),
                maybe(this::text), maybe(this::text), maybe(this::text));
    }

    private Inspection.Applied applied() {
        return new Inspection.Applied(random.nextLong(), text(), random.nextInt(), text(), text(), text(),
                random.nextDouble(), maybe(() -> new Threshold(random.nextDouble(), random.nextLong(),
                        any(ThresholdMode.values()), text())));
    }

    private Scores scores() {
        Map<String, Double> scores = new HashMap<>(Map.of("answer-entropy", random.nextDouble()));
        words().forEach(name -> scores.put(name, random.nextDouble()));
        int count = 2 + random.nextInt(6);
        return new Scores(scores, maybe(() -> new Cosines(count,
                random.doubles(count * (count - 1) / 2).boxed().toList())), maybe(this::text), null);
    }

    private List<Sample> samples() {
        return IntStream.range(0, random.nextInt(7)).mapToObj(i -> new Sample(i, new Answer(text()), text(),
                random.nextLong(), Duration.ofMillis(random.nextInt(9999)), random.nextInt(999), random.nextInt(99)))
                .toList();
    }

    private Set<String> words() {
        return Set.copyOf(random.ints(random.nextInt(4)).mapToObj(i -> text()).toList());
    }

    private ImageBytes image() {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        return ImageBytes.of(bytes);
    }

    private URI uri() {
        return URI.create("file:///images/" + random.nextInt(1000) + ".jpg");
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(1L << 42));
    }

    private String text() {
        return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(1000);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
