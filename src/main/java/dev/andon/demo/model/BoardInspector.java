package dev.andon.demo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for solder between the pins of the chip, and for four small components, on a green board. */
record BoardInspector() implements Inspector {

    private static final double HALF_WIDTH = 300;
    private static final double HALF_HEIGHT = 210;
    private static final int PINS = 7;
    private static final double PIN_U = -204;
    private static final double PITCH = 34;
    private static final double SOLDER_V = 118;
    private static final double BOARD_GREY = 70;
    private static final List<String> PLACES = List.of("upper left", "upper right", "lower left", "lower right");
    private static final List<Colour> PALETTE = List.of(new Colour(20, 98, 58), new Colour(30, 116, 70),
            new Colour(180, 184, 188), new Colour(216, 220, 222), new Colour(150, 152, 156), new Colour(30, 30, 32),
            new Colour(168, 132, 96), new Colour(98, 141, 122));
    private static final List<Colour> HUES = List.of(new Colour(20, 98, 58), new Colour(168, 132, 96),
            new Colour(90, 114, 78));

    @Override
    public Optional<Perception> inspect(Pixels pixels, Thumbnail thumbnail, PictureQuality quality) {
        boolean[] mask = thumbnail.mask(colour -> colour.greenness() > 0.3);
        return Blob.largest(mask, thumbnail.width(), thumbnail.height(), thumbnail.factor())
                .filter(BoardInspector::plausible)
                .map(blob -> perceive(pixels, thumbnail, quality, blob));
    }

    private static boolean plausible(Blob blob) {
        double ratio = blob.halfWidth() / blob.halfHeight();
        return ratio > 1.15 && ratio < 1.9 && blob.filled() > 0.8 && blob.halfWidth() > 200 && blob.halfWidth() < 420
                && Math.abs(blob.angle()) < 0.4;
    }

    private static Perception perceive(Pixels pixels, Thumbnail thumbnail, PictureQuality quality, Blob blob) {
        double scale = (blob.halfWidth() / HALF_WIDTH + blob.halfHeight() / HALF_HEIGHT) / 2;
        PartView view = new PartView(pixels, blob.x(), blob.y(), blob.angle(), scale);
        Laminate laminate = Laminate.of(view, quality.noise());
        List<Cue> cues = new ArrayList<>();
        cues.add(pinRow(view, laminate, -1));
        cues.add(pinRow(view, laminate, 1));
        for (int i = 0; i < 4; i++) {
            cues.add(component(view, laminate, i));
        }
        double strange = Strangeness.of(thumbnail, blob.x(), blob.y(), blob.halfWidth() * 1.05,
                blob.halfHeight() * 1.1, HUES);
        return new Perception(quality, Subject.BOARD, cues, strange);
    }

    private static Cue pinRow(PartView view, Laminate laminate, int side) {
        double v = side * SOLDER_V;
        double brightest = Double.NEGATIVE_INFINITY;
        double cover = 0;
        double joint = laminate.joint();
        for (int gap = 0; gap < PINS - 1; gap++) {
            double u = PIN_U + (gap + 0.5) * PITCH;
            brightest = Math.max(brightest, view.patch(u, v, 2.5, 5).grey());
            cover = Math.max(cover, view.foreign(u, v, 22, 26, PALETTE, laminate.light(), laminate.tolerance()));
        }
        double filled = (brightest - laminate.colour().grey()) / Math.max(1, joint - laminate.colour().grey());
        return new Cue(Finding.SOLDER_BRIDGE, side < 0 ? "upper row" : "lower row", (filled - 0.5) / 0.22,
                laminate.clarity().visibility(6, 17, Math.max(0, cover - 0.15)));
    }

    private static Cue component(PartView view, Laminate laminate, int index) {
        double u = index % 2 == 0 ? 110 : 220;
        double v = index < 2 ? -95 : 85;
        double bare = view.patch(u, v, 9, 11).greenness() / Math.max(0.1, laminate.colour().greenness());
        double cover = view.foreign(u, v, 28, 46, PALETTE, laminate.light(), laminate.tolerance());
        return new Cue(Finding.MISSING_COMPONENT, PLACES.get(index), (bare - 0.5) / 0.3,
                laminate.clarity().visibility(14, 40, Math.max(0, cover - 0.15)));
    }

    /**
     * The bare board and the solder on it.
     *
     * @param joint grey value of the solder
     * @param noise standard deviation, grey values
     */
    private record Laminate(Colour colour, double joint, double noise, Clarity clarity) {

        static Laminate of(PartView view, double noise) {
            Colour colour = middle(view.patch(-102, -175, 40, 8), view.patch(-102, 175, 40, 8),
                    view.patch(165, -160, 30, 10), view.patch(165, 160, 30, 10));
            double[] joints = new double[2 * PINS];
            for (int i = 0; i < joints.length; i++) {
                joints[i] = view.patch(PIN_U + (i % PINS) * PITCH, i < PINS ? -SOLDER_V : SOLDER_V, 3, 7).grey();
            }
            double joint = Median.of(joints);
            double across = Math.min(view.edgeWidth(-HALF_WIDTH, 0, 90, false),
                    view.edgeWidth(HALF_WIDTH, 0, 90, false));
            double chip = Math.min(view.edgeWidth(-226, 0, 40, false), view.edgeWidth(22, 0, 20, false));
            double signal = Math.max(1, joint - colour.grey()) / Math.max(1, noise);
            return new Laminate(colour, joint, noise, new Clarity(Math.min(across, chip), signal));
        }

        double light() {
            return colour.grey() / BOARD_GREY;
        }

        double tolerance() {
            return 44 * light() + 3 * noise;
        }

        private static Colour middle(Colour... colours) {
            double[] red = new double[colours.length];
            double[] green = new double[colours.length];
            double[] blue = new double[colours.length];
            for (int i = 0; i < colours.length; i++) {
                red[i] = colours[i].red();
                green[i] = colours[i].green();
                blue[i] = colours[i].blue();
            }
            return new Colour(Median.of(red), Median.of(green), Median.of(blue));
        }
    }
}
