package dev.andon.demo.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How likely the model holds each allowed answer to be: sharp where it saw well, flat where it did not.
 *
 * @param shares one per allowed answer, sum 1
 * @param doubt  0 (sure of what it saw) to 1 (saw nothing to speak of): how often a caption wanders off
 */
record Belief(List<Double> shares, double doubt) {

    private static final double STEEPNESS = 9;
    private static final double HUNCH = 0.27;
    private static final double HUNCH_SWAY = 0.14;
    private static final double ABSTAIN = 0.35;
    private static final double ALARM = 0.85;
    private static final double CALM = 0.02;

    Belief {
        shares = List.copyOf(shares);
    }

    static Belief of(Perception seen, Asked asked) {
        if (seen.subject() == Subject.UNKNOWN || seen.subject() != asked.subject()) {
            return stranger(asked, seen.subject() == asked.subject() || seen.subject() == Subject.UNKNOWN);
        }
        Map<Finding, Double> weights = weigh(seen);
        double blind = 1 - visibility(seen);
        double strange = ALARM * seen.strangeness();
        scale(weights, 1 - ABSTAIN * blind);
        weights.put(Finding.UNSURE, ABSTAIN * blind);
        scale(weights, 1 - strange);
        weights.put(Finding.UNEXPECTED, strange);
        List<Double> shares = toAnswers(weights, asked);
        return new Belief(shares, Math.clamp(Math.max(1.3 * blind, 1.6 * spread(shares)) - CALM, 0, 1));
    }

    /** Mostly abstains: this is nothing that the model was made to judge. */
    private static Belief stranger(Asked asked, boolean unclear) {
        Map<Finding, Double> weights = new EnumMap<>(Finding.class);
        weights.put(Finding.UNSURE, unclear ? 0.68 : 0.25);
        weights.put(Finding.UNEXPECTED, unclear ? 0.2 : 0.7);
        List<Double> shares = toAnswers(weights, asked);
        double rest = 1 - shares.stream().mapToDouble(Double::doubleValue).sum();
        long others = shares.stream().filter(share -> share == 0).count();
        return new Belief(normal(shares.stream().map(share -> share == 0 ? rest / others : share).toList()), 0.9);
    }

    /** The probability that each finding is the only one, from all places that were looked at. */
    private static Map<Finding, Double> weigh(Perception seen) {
        Map<Finding, Double> sound = new EnumMap<>(Finding.class);
        double good = 1;
        for (Cue cue : seen.cues()) {
            double p = defective(cue);
            good *= 1 - p;
            sound.merge(cue.finding(), 1 - p, (a, b) -> a * b);
        }
        Map<Finding, Double> weights = new EnumMap<>(Finding.class);
        weights.put(Finding.GOOD, good);
        for (Map.Entry<Finding, Double> entry : sound.entrySet()) {
            double others = good / Math.max(1e-9, entry.getValue());
            weights.put(entry.getKey(), (1 - entry.getValue()) * others);
        }
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        scale(weights, 1 / Math.max(1e-12, sum));
        return weights;
    }

    private static double defective(Cue cue) {
        double clear = 1 / (1 + Math.exp(-STEEPNESS * cue.evidence()));
        double vague = HUNCH + HUNCH_SWAY * cue.evidence();
        return cue.visibility() * clear + (1 - cue.visibility()) * vague;
    }

    /** How well the worst places can be seen: a part is only as sound as the place that was not seen. */
    private static double visibility(Perception seen) {
        double[] sorted = seen.cues().stream().mapToDouble(Cue::visibility).sorted().toArray();
        return (2 * sorted[0] + sorted[1]) / 3;
    }

    private static List<Double> toAnswers(Map<Finding, Double> weights, Asked asked) {
        List<Double> shares = new ArrayList<>();
        List<Optional<Finding>> meanings = asked.meanings();
        for (int i = 0; i < meanings.size(); i++) {
            Optional<Finding> meaning = meanings.get(i);
            boolean first = meaning.isPresent() && asked.indexOf(meaning.get()) == i;
            shares.add(first ? weights.getOrDefault(meaning.get(), 0.0) : 0.0);
        }
        return weights.size() > 2 ? normal(shares) : shares;
    }

    private static List<Double> normal(List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        return shares.stream().map(share -> sum > 0 ? share / sum : 1.0 / shares.size()).toList();
    }

    private static double spread(List<Double> shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return entropy / Math.log(Math.max(2, shares.size()));
    }

    private static void scale(Map<Finding, Double> weights, double factor) {
        weights.replaceAll((finding, weight) -> weight * factor);
    }
}
