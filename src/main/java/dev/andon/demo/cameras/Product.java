package dev.andon.demo.cameras;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** Something that a line makes, and how to draw it. Stateless: any thread. */
sealed interface Product permits Bracket, Bottle, Board {

    /** The label of a part without a defect. */
    String OK = "ok";

    /** For instance {@code bracket}: the beginning of the line's id. */
    String name();

    String partNumber();

    /** Names of the defects that can be drawn. */
    List<String> defects();

    /** The scene without a part, wider than a frame so that the belt can move. */
    BufferedImage scene(RandomGenerator random);

    Pose pose(RandomGenerator random);

    /** Draws a part around the origin of {@code g}. */
    void draw(Graphics2D g, String label, RandomGenerator random);

    /** A place, in part coordinates, that decides between the labels; trouble strikes around such places. */
    Point2D decisivePlace(RandomGenerator random);
}
