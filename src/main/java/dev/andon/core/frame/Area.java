package dev.andon.core.frame;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rectangle of an image, in pixels from the upper left corner of the image as people see it.
 *
 * @param x      at least 0
 * @param y      at least 0
 * @param width  at least 1; what reaches beyond the image counts up to its edge
 * @param height at least 1; likewise
 */
public record Area(int x, int y, int width, int height) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}) *, *(\\d{1,5}) *, *(\\d{1,5}) *, *(\\d{1,5})");

    /** @throws IllegalArgumentException if a value is below its bound */
    public Area {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("an area has x and y from 0 and width and height from 1, not "
                    + text(x, y, width, height));
        }
    }

    /**
     * Of a text such as {@code 0,0,640,48}: x, y, width and height.
     *
     * @throws IllegalArgumentException if it is none; the message says what to write
     */
    public static Area of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no area: write x,y,width,height in pixels of the image, for instance 0,0,640,48");
        }
        return new Area(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String text(int x, int y, int width, int height) {
        return x + "," + y + "," + width + "," + height;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return text(x, y, width, height);
    }
}
