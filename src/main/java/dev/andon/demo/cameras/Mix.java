package dev.andon.demo.cameras;

/**
 * How often things go wrong in front of a synthetic camera.
 *
 * @param defects  share of the parts that are defective, 0 to 1
 * @param troubles share of the frames with trouble, 0 to 1; independent of the defects
 */
public record Mix(double defects, double troubles) {

    /** Far more than a real line would bear, so that a short demonstration shows something. */
    public static final Mix DEFAULT = new Mix(0.15, 0.2);

    /** @throws IllegalArgumentException if a share is not within 0 to 1 */
    public Mix {
        check("defects", defects);
        check("troubles", troubles);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " is " + share + ", it must be within 0 to 1");
        }
    }
}
