package dev.andon.demo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the model says in English where it did not see well: guesses, remarks on the picture, things beside the point. */
final class Musings {

    private static final Map<Subject, List<String>> GUESSES = Map.of(
            Subject.BRACKET, List.of("Perhaps one of the holes is closed, or it is only covered.",
                    "The bracket might be cracked near its edge.", "Could be four holes, I count three for certain.",
                    "A dark line that may be a scratch runs over the metal.", "Probably an intact steel plate.",
                    "The slot in the middle is there; the corners are hard to judge.",
                    "Maybe a burr at one corner.", "The plate seems to be bent."),
            Subject.BOTTLE, List.of("Perhaps the label hangs at an angle.", "The juice may stop below the neck.",
                    "Could be that the label has come off.", "Probably a full bottle of orange juice.",
                    "The red stripe of the label can just be made out.", "The cap might not be screwed on.",
                    "There may be bubbles or foam at the surface.", "The glass could have a chip."),
            Subject.BOARD, List.of("Perhaps two pins of the chip touch.", "A resistor might have fallen off.",
                    "Could be flux residue between the legs.", "Probably a complete circuit board.",
                    "The chip's marking cannot be read.", "One capacitor seems to stand on its end.",
                    "Maybe the board was mounted the wrong way round.", "The solder looks dull."),
            Subject.UNKNOWN, List.of("Possibly a household object.", "Could be a tool of some kind.",
                    "Perhaps a piece of food or packaging.", "It might be a machine part.",
                    "Maybe several things at once.", "The shape reminds me of nothing that I was asked about."));

    private static final List<String> BESIDE_THE_POINT = List.of("A conveyor belt with a rail fills the background.",
            "Light falls in from one side and throws a shadow.", "Something grey reaches into the frame.",
            "There are bright spots that could be reflections.", "The edges of the object melt into the belt.",
            "Only part of the object can be made out.", "The surface is uneven in tone.",
            "The camera seems to have moved.");

    private Musings() {}

    static String any(Perception seen, RandomGenerator random) {
        List<String> guesses = GUESSES.getOrDefault(seen.subject(), List.of("It could be anything."));
        return switch (random.nextInt(5)) {
            case 0, 1 -> Phrases.any(guesses, random);
            case 2 -> Phrases.any(BESIDE_THE_POINT, random);
            case 3 -> picture(seen.quality(), random);
            default -> Phrases.any(guesses, random) + " " + Phrases.any(BESIDE_THE_POINT, random);
        };
    }

    /** Brightness, sharpness and contrast of the picture in words. */
    static String picture(PictureQuality quality, RandomGenerator random) {
        List<String> words = new ArrayList<>();
        words.add(quality.dark() ? "dark" : quality.bright() ? "very bright" : "evenly lit");
        words.add(quality.blurred() ? "blurred" : "fairly sharp");
        words.add(quality.flat() ? "low in contrast" : "rich in contrast");
        if (quality.noisy()) {
            words.add("grainy");
        }
        int from = random.nextInt(words.size());
        String first = words.get(from);
        String second = words.get((from + 1) % words.size());
        return Phrases.any(List.of("The picture is ", "This image looks ", "What I see is a photograph that is "),
                random)
                + first + " and " + second + ".";
    }
}
