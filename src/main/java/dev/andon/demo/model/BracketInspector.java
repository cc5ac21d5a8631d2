package dev.andon.demo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the four holes of a stamped plate, and for cracks that start at its long edges. */
record BracketInspector() implements Inspector {

    private static final double HALF_WIDTH = 320;
    private static final double HALF_HEIGHT = 160;
    private static final double HOLE_U = 240;
    private static final double HOLE_V = 92;
    private static final double PLATE_GREY = 166;
    private static final List<String> PLACES = List.of("upper left", "upper right", "lower left", "lower right");
    private static final List<Colour> PALETTE = List.of(grey(185), grey(150), grey(52), grey(36));

    @Override
    public Optional<Perception> inspect(Pixels pixels, Thumbnail thumbnail, PictureQuality quality) {
        double threshold = thumbnail.darkFromBright();
        boolean[] mask = thumbnail.mask(colour -> colour.grey() > threshold);
        return Blob.largest(mask, thumbnail.width(), thumbnail.height(), thumbnail.factor())
                .filter(BracketInspector::plausible)
                .map(blob -> perceive(pixels, thumbnail, quality, blob));
    }

    private static boolean plausible(Blob blob) {
        double ratio = blob.halfWidth() / blob.halfHeight();
        return ratio > 1.5 && ratio < 2.8 && blob.filled() > 0.8 && blob.halfWidth() > 200 && blob.halfWidth() < 450
                && Math.abs(blob.angle()) < 0.4;
    }

    private static Perception perceive(Pixels pixels, Thumbnail thumbnail, PictureQuality quality, Blob blob) {
        double scale = (blob.halfWidth() / HALF_WIDTH + blob.halfHeight() / HALF_HEIGHT) / 2;
        PartView view = new PartView(pixels, blob.x(), blob.y(), blob.angle(), scale);
        Metal metal = Metal.of(view, quality.noise());
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            cues.add(hole(view, metal, i));
        }
        cues.add(crack(view, metal, -1));
        cues.add(crack(view, metal, 1));
        double strange = Strangeness.of(thumbnail, blob.x(), blob.y(), blob.halfWidth() * 1.05,
                blob.halfHeight() * 1.15, List.of());
        return new Perception(quality, Subject.BRACKET, cues, strange);
    }

    private static Cue hole(PartView view, Metal metal, int index) {
        double u = index % 2 == 0 ? -HOLE_U : HOLE_U;
        double v = index < 2 ? -HOLE_V : HOLE_V;
        double inside = view.patch(u, v, 16, 16).grey();
        double around = Median.of(view.patch(u - 50, v, 5, 5).grey(), view.patch(u + 50, v, 5, 5).grey(),
                view.patch(u, v - 48, 5, 5).grey(), view.patch(u, v + 48, 5, 5).grey());
        double depth = (around - inside) / metal.contrast();
        double cover = view.foreign(u, v, 46, 46, PALETTE, metal.plate() / PLATE_GREY, metal.tolerance());
        return new Cue(Finding.MISSING_HOLE, PLACES.get(index), (0.5 - depth) / 0.3,
                metal.clarity().visibility(14, 46, Math.max(0, cover - 0.08)));
    }

    private static Cue crack(PartView view, Metal metal, int side) {
        double darkness = CrackTracer.darkestPath(view, side) / metal.contrast();
        double grain = 0.075 + 1.1 * metal.noise() / metal.contrast();
        double cover = view.foreign(0, side * 105, 170, 40, PALETTE, metal.plate() / PLATE_GREY, metal.tolerance());
        return new Cue(Finding.CRACK, side < 0 ? "upper edge" : "lower edge", (darkness - grain) / 0.045,
                metal.clarity().visibility(5, 13, cover));
    }

    private static Colour grey(double value) {
        return new Colour(value, value, value + 3);
    }

    /**
     * The plate against the belt.
     *
     * @param plate    grey value
     * @param contrast grey values between plate and belt, at least 1
     * @param noise    standard deviation, grey values
     */
    private record Metal(double plate, double contrast, double noise, Clarity clarity) {

        static Metal of(PartView view, double noise) {
            double plate = Median.of(view.patch(-150, 0, 20, 20).grey(), view.patch(150, 0, 20, 20).grey(),
                    view.patch(0, -90, 60, 20).grey(), view.patch(0, 90, 60, 20).grey());
            double belt = Median.of(view.patch(0, -220, 200, 15).grey(), view.patch(0, 220, 200, 15).grey(),
                    view.patch(-380, 0, 15, 100).grey(), view.patch(380, 0, 15, 100).grey());
            double contrast = Math.max(1, plate - belt);
            double across = Math.min(view.edgeWidth(-HALF_WIDTH, 0, 60, false),
                    view.edgeWidth(HALF_WIDTH, 0, 60, false));
            double down = Math.min(view.edgeWidth(0, -HALF_HEIGHT, 80, true), view.edgeWidth(0, HALF_HEIGHT, 80, true));
            Clarity clarity = new Clarity(Math.max(across, down), contrast / Math.max(1, noise));
            return new Metal(plate, contrast, noise, clarity);
        }

        double tolerance() {
            return 0.26 * contrast * Math.sqrt(3) + 3 * noise;
        }
    }
}
