package dev.andon.demo.model;

import java.util.List;
import java.util.Optional;

/** Looks at the label and the fill level of a bottle of orange juice. */
record BottleInspector() implements Inspector {

    private static final double FULL = -485;
    private static final double WALL_GREY = 182;
    private static final List<Colour> AT_LEVEL = List.of(new Colour(226, 138, 28), new Colour(190, 108, 16),
            new Colour(168, 175, 180), new Colour(185, 190, 194), new Colour(245, 195, 90));
    private static final List<Colour> AT_LABEL = List.of(new Colour(226, 138, 28), new Colour(190, 108, 16),
            new Colour(232, 232, 228), new Colour(206, 206, 204), new Colour(178, 38, 40), new Colour(60, 60, 70),
            new Colour(235, 170, 80));
    private static final List<Colour> HUES = List.of(new Colour(226, 138, 28), new Colour(178, 38, 40),
            new Colour(40, 84, 160), new Colour(205, 90, 30), new Colour(232, 190, 110), new Colour(205, 135, 130),
            new Colour(110, 145, 185));

    @Override
    public Optional<Perception> inspect(Pixels pixels, Thumbnail thumbnail, PictureQuality quality) {
        return BottleOutline.find(thumbnail).map(outline -> perceive(pixels, thumbnail, quality, outline));
    }

    private static Perception perceive(Pixels pixels, Thumbnail thumbnail, PictureQuality quality,
            BottleOutline outline) {
        PartView view = new PartView(pixels, outline.x(), outline.base(), outline.tilt(), outline.scale());
        double wall = Median.of(view.patch(-190, -300, 20, 60).grey(), view.patch(190, -300, 20, 60).grey(),
                view.patch(-150, -560, 30, 30).grey(), view.patch(150, -560, 30, 30).grey());
        double width = Math.min(view.edgeWidth(-120, -75, 30, false), view.edgeWidth(120, -75, 30, false));
        double body = view.patch(0, -70, 60, 20).grey();
        Clarity clarity = new Clarity(width,
                Math.max(Math.abs(wall - body), wall * 0.3) / Math.max(1, quality.noise()));
        double light = wall / WALL_GREY;
        double tolerance = 52 * light + 3 * quality.noise();
        double share = labelShare(view);
        double labelCover = view.foreign(0, -210, 104, 100, AT_LABEL, light, tolerance);
        double seen = clarity.visibility(16, 44, Math.max(0, labelCover - 0.08));
        LabelEdges edges = LabelEdges.of(view);
        double angle = share < 0.4 ? 0 : edges.degrees();
        double seenAngle = share < 0.4 ? seen : seen * edges.agreement();
        double levelCover = view.foreign(0, FULL + 20, 28, 70, AT_LEVEL, light, tolerance);
        List<Cue> cues = List.of(
                new Cue(Finding.LABEL_MISSING, "", (0.5 - share) / 0.3, seen),
                new Cue(Finding.LABEL_CROOKED, "", (Math.abs(angle) - 5.3) / 1.0, seenAngle),
                new Cue(Finding.LOW_FILL, "", (level(view) + 450) / 22,
                        clarity.visibility(22, 60, Math.max(0, levelCover - 0.05))));
        double strange = Strangeness.of(thumbnail, outline.x(), outline.base() - 320 * outline.scale(),
                150 * outline.scale(), 330 * outline.scale(), HUES);
        return new Perception(quality, Subject.BOTTLE, cues, strange);
    }

    /** Share of the label's place that is not juice. */
    private static double labelShare(PartView view) {
        int paper = 0;
        for (int i = -8; i <= 8; i++) {
            for (int j = -6; j <= 6; j++) {
                paper += view.patch(i * 11, -210 + j * 10, 2, 2).orange() ? 0 : 1;
            }
        }
        return paper / (17.0 * 13);
    }

    /** Height of the surface of the juice: the first row from above that is juice for some depth. */
    private static double level(PartView view) {
        int run = 0;
        for (double v = -600; v < -300; v += 3) {
            run = view.patch(0, v, 26, 1.5).orange() ? run + 1 : 0;
            if (run == 4) {
                return v - 9;
            }
        }
        return -300;
    }
}
