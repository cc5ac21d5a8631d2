package dev.andon.topology.inspect;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import dev.andon.config.InspectConfig.OnOutage;
import dev.andon.core.decision.Decision;
import dev.andon.core.decision.DecisionRules;
import dev.andon.core.decision.Findings;
import dev.andon.core.decision.Findings.Problem;
import dev.andon.core.decision.Reason;
import dev.andon.core.decision.Recipe;
import dev.andon.core.decision.Route;
import dev.andon.core.decision.Stopping;
import dev.andon.core.decision.Threshold;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageQuality;
import dev.andon.core.frame.Sha256;
import dev.andon.core.frame.Tiles;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;
import dev.andon.core.sampling.Sampler;
import dev.andon.core.sampling.SamplingOutcome;
import dev.andon.core.sampling.Seeds;
import dev.andon.core.sampling.ServerState;
import dev.andon.core.uncertainty.Embedder;
import dev.andon.core.uncertainty.Measures;
import dev.andon.core.uncertainty.Scores;
import dev.andon.images.Downscaler;
import dev.andon.images.ImageLoader;
import dev.andon.images.ImageStore;
import dev.andon.images.LoadedImage;
import dev.andon.images.LoadedImage.Loaded;
import dev.andon.images.SmallerCopy;
import dev.andon.topology.state.Spent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inspects one frame from its image to its decision: load, gate, sample, score, decide. Any thread; blocks, so it runs
 * on a virtual thread.
 */
final class Inspector {

    private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

    /** What a server has for the captions where the samples took all of the frame's time: they are paid for already. */
    private static final Duration LEAST_FOR_EMBEDDING = Duration.ofSeconds(2);

    private final ImageLoader loader;
    private final ImageStore store;
    private final Downscaler downscaler = new Downscaler();
    private final Sampler sampler;
    private final SampleCollector collector;
    private final @Nullable Embedder embedder;
    private final Sameness sameness;
    private final InstantSource clock;
    private final InspectSettings settings;

    Inspector(InspectParts parts, ExecutorService threads, InspectSettings settings) {
        this.loader = parts.loader();
        this.store = parts.store();
        this.sampler = parts.sampler();
        this.collector = new SampleCollector(parts.sampler(), threads, parts.hedging(), parts.recorder(),
                parts.clock());
        this.embedder = parts.embedder();
        this.sameness = parts.sameness();
        this.clock = parts.clock();
        this.settings = settings;
    }

    /**
     * Inspects a frame.
     *
     * @return the decision, not yet numbered; empty where an outage kept the model from answering, and frames are held
     *         until it is over
     * @throws InterruptedException if the decision is no longer wanted
     */
    Optional<Outcome.Decided> inspect(Dossier dossier, Attempt attempt) throws InterruptedException {
        Frame frame = dossier.frame();
        LoadedImage image = frame == null
                ? null
                : loader.load(frame, dossier.looksForStillScenes(), dossier::isTooPoor);
        Dossier known = image instanceof LoadedImage.Failed(String detail) && dossier.problem() == null
                ? dossier.withProblem(new Problem(Reason.FRAME_UNREADABLE, detail))
                : dossier;
        @Nullable
        Loaded loaded = image instanceof Loaded l ? l : null;
        Findings findings = findings(known, loaded, null, null);
        if (frame == null || loaded == null || known.basis() == null
                || DecisionRules.beforeSampling(findings).isPresent()) {
            return Optional.of(decided(known, loaded, findings, null, null));
        }
        return inspect(known, known.basis(), frame, loaded, attempt);
    }

    private Optional<Outcome.Decided> inspect(Dossier dossier, Dossier.Basis basis, Frame frame, Loaded image,
            Attempt attempt) throws InterruptedException {
        Instant begun = clock.instant();
        Recipe recipe = basis.recipe();
        Unasked unasked = attempt.unasked();
        Instant deadline = unasked == null ? begun.plus(recipe.plan().timeLimit()) : begun;
        Stopping stopping = new Stopping(recipe, basis.threshold(), dossier.lot(),
                samples -> score(recipe, samples, deadline));
        Optional<Sampled> reused = SceneGate.reuse(basis, frame, image.tiles(), stopping);
        if (reused.isPresent()) {
            SamplingOutcome same = reused.get().outcome();
            return Optional.of(decided(dossier, image,
                    findings(dossier, image, same, score(recipe, same.samples(), deadline)), reused.get(), null));
        }
        Sampled sampled = unasked == null
                ? sample(frame, image, basis, stopping, attempt.arrived())
                : new Sampled(unasked.outcome(basis.kept()), null, null);
        if (unasked == null && isToWait(recipe, sampled.outcome(), begun, attempt.chance())) {
            return Optional.empty();
        }
        Findings findings = findings(dossier, image, sampled.outcome(), score(recipe, sampled.outcome(), deadline));
        return Optional.of(decided(dossier, image, findings, sampled, unasked == null ? image.tiles() : null));
    }

    /**
     * Whether there are too few samples because of an outage, in which frames are held: another frame's would be, too, or its
     * time was over just as the server came back.
     */
    private boolean isToWait(Recipe recipe, SamplingOutcome sampling, Instant begun, SecondChance chance) {
        if (settings.parking().onOutage() != OnOutage.HOLD || sampling.unavailable() == null
                || sampling.samples().size() >= recipe.plan().minSamples()) {
            return false;
        }
        ServerState server = sampler.server();
        return server.failedAllSince(begun) || (server.cameBackAfter(begun) && chance.take());
    }

    /** The record of a frame whose inspection itself went wrong: held, and it says so. */
    Outcome.Decided failed(Dossier dossier, Throwable cause) {
        Problem problem = new Problem(Reason.INSPECTION_FAILED, "the inspection failed: " + cause);
        return untouched(dossier.withProblem(problem));
    }

    /** The record of a frame that has a problem, without a look at its image. */
    Outcome.Decided untouched(Dossier dossier) {
        return decided(dossier, null, findings(dossier, null, null, null), null, null);
    }

    private Sampled sample(Frame frame, Loaded image, Dossier.Basis basis, Stopping stopping,
            Consumer<Sample> arrived) throws InterruptedException {
        Recipe recipe = basis.recipe();
        Integer maxSide = recipe.plan().maxImageSide();
        @Nullable
        SmallerCopy copy = maxSide == null ? null : downscaler.copy(image, maxSide).orElse(null);
        Question question = new Question(frame.line(), frame.id(), recipe.model(), recipe.prompt(), recipe.labels(),
                recipe.captionLanguage(), recipe.plan().temperature(), recipe.plan().maxTokens(),
                copy == null ? image.bytes() : copy.bytes(),
                copy == null ? image.contentType() : copy.contentType());
        SamplingOutcome outcome = collector.collect(question, recipe.plan(), Seeds.baseOf(frame.id()), basis.kept(),
                stopping, arrived);
        return new Sampled(outcome, copy == null ? null : copy.size(), null);
    }

    /** @param deadline of the frame */
    private @Nullable Scores score(Recipe recipe, SamplingOutcome sampling, Instant deadline)
            throws InterruptedException {
        List<Sample> samples = sampling.samples();
        if (samples.size() < recipe.plan().minSamples()) {
            return null;
        }
        sameness.look(samples, clock.instant());
        return score(recipe, samples, deadline);
    }

    private Scores score(Recipe recipe, List<Sample> samples, Instant deadline) throws InterruptedException {
        if (embedder == null) {
            return Measures.score(samples, recipe.labels());
        }
        Instant least = clock.instant().plus(LEAST_FOR_EMBEDDING);
        return Measures.score(samples, recipe.labels(), embedder, deadline.isAfter(least) ? deadline : least);
    }

    private static Findings findings(Dossier dossier, @Nullable Loaded image,
            @Nullable SamplingOutcome sampling, @Nullable Scores scores) {
        Dossier.Basis basis = dossier.basis();
        Recipe recipe = basis == null ? null : basis.recipe();
        Threshold threshold = basis == null ? null : basis.threshold();
        ImageQuality quality = image == null ? null : image.quality();
        return new Findings(dossier.problem(), recipe, quality, sampling, scores, threshold, dossier.lot());
    }

    /** @param scene what the frame shows, where the model was asked about it and later frames are compared with it */
    private Outcome.Decided decided(Dossier dossier, @Nullable Loaded image, Findings findings,
            @Nullable Sampled sampled, @Nullable Tiles scene) {
        Decision decision = DecisionRules.decide(findings);
        Shown shown = image != null && settings.scope().isLive() ? shown(dossier, image, decision) : Shown.NOTHING;
        return new Outcome.Decided(
                InspectionWriter.write(dossier, findings, decision, sampled, shown, clock.instant(),
                        settings.simulated()),
                dossier.inSequence(), SceneGate.precedent(dossier, sampled, scene, decision),
                sampled == null ? Spent.NOTHING : sampled.spent(dossier.samplesKept()));
    }

    private Shown shown(Dossier dossier, Loaded image, Decision decision) {
        boolean forPeople = decision.route() == Route.HUMAN_REVIEW || decision.auditCopy();
        if (forPeople && image.bytes().size() <= settings.inlineLimit()) {
            return new Shown(null, image.bytes(), image.contentType());
        }
        return forPeople || isKept(dossier, decision) ? store(dossier, image) : Shown.NOTHING;
    }

    /** Whether the image of an accepted frame is kept for replays. */
    private boolean isKept(Dossier dossier, Decision decision) {
        Frame frame = dossier.frame();
        return decision.result() == Result.NOT_OK || (frame != null && settings.kept().has(frame.id()));
    }

    private Shown store(Dossier dossier, Loaded image) {
        try {
            URI uri = store.put(image.bytes(), Sha256.hex(image.bytes().array()), image.contentType());
            return new Shown(uri, null, image.contentType());
        } catch (IOException e) {
            LOG.error("the image of {} could not be stored and can be found in its topic alone: {}", dossier.position(),
                    e.toString());
            return Shown.NOTHING;
        }
    }
}
