package dev.andon.demo.model;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A simulated vision-language model: measures pixels, answers in words. See the package for what it can and cannot see.
 * Looking (slow, the same for all samples of a frame) and answering (fast, random) are separate. Any thread.
 */
public final class SimulatedModel {

    /** How it calls itself. */
    public static final String NAME = "andon-simulated-vlm";

    private static final int REDUCED_WIDTH = 320;
    private static final double COLDEST = 0.01;
    private static final List<Inspector> INSPECTORS = List.of(new BoardInspector(), new BottleInspector(),
            new BracketInspector());

    private SimulatedModel() {}

    /**
     * Looks at an encoded image.
     *
     * @return a {@link Perception}, or {@link Look.NotAnImage}
     */
    public static Look look(byte[] imageBytes) {
        Optional<BufferedImage> image = ImageDecoder.decode(imageBytes);
        return image.isPresent()
                ? look(image.get())
                : new Look.NotAnImage("the " + imageBytes.length + " bytes are no image that can be decoded");
    }

    /** Looks at a decoded image, at least 32 pixels each way. */
    public static Perception look(BufferedImage image) {
        Pixels pixels = ImageDecoder.pixels(image);
        Thumbnail thumbnail = pixels.reduce(Math.max(1, pixels.width() / REDUCED_WIDTH));
        PictureQuality quality = PictureQuality.of(pixels);
        for (Inspector inspector : INSPECTORS) {
            Optional<Perception> perception = inspector.inspect(pixels, thumbnail, quality);
            if (perception.isPresent()) {
                return perception.get();
            }
        }
        return new Perception(quality, Subject.UNKNOWN, List.of(), 0);
    }

    /**
     * Looks and answers.
     *
     * @see #answer(Perception, String, List, double, long)
     */
    public static SimulatedAnswer answer(BufferedImage image, String promptText, List<String> allowedAnswers,
            double temperature, long seed) {
        return answer(look(image), promptText, allowedAnswers, temperature, seed);
    }

    /**
     * One sample. The same arguments give the same sample; at temperature 0 the seed does not matter.
     *
     * @param promptText     all text of the request
     * @param allowedAnswers not empty
     * @param temperature    at least 0; 1 samples from the model's belief, above that more loosely
     * @throws IllegalArgumentException if {@code allowedAnswers} is empty
     */
    public static SimulatedAnswer answer(Perception seen, String promptText, List<String> allowedAnswers,
            double temperature, long seed) {
        if (allowedAnswers.isEmpty()) {
            throw new IllegalArgumentException("allowedAnswers is empty, at least one answer must be allowed");
        }
        Asked asked = Asked.of(promptText, allowedAnswers);
        Belief belief = Belief.of(seen, asked);
        long fixed = 31L * seen.toString().hashCode() + promptText.hashCode();
        RandomGenerator random = new SplittableRandom(
                temperature < COLDEST ? fixed : fixed * 0x9E3779B97F4A7C15L + seed);
        int chosen = draw(belief.shares(), temperature, random);
        return new SimulatedAnswer(asked.answers().get(chosen), Captions.write(seen, asked, belief, chosen, random));
    }

    private static int draw(List<Double> shares, double temperature, RandomGenerator random) {
        double exponent = 1 / Math.max(COLDEST, temperature);
        double[] weights = shares.stream().mapToDouble(share -> Math.pow(share, exponent)).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
