package dev.andon.demo.model;

/**
 * A mean colour.
 *
 * @param red   0 to 255
 * @param green 0 to 255
 * @param blue  0 to 255
 */
record Colour(double red, double green, double blue) {

    double grey() {
        return 0.30 * red + 0.585 * green + 0.115 * blue;
    }

    /** How green for its brightness; 0 for greys. */
    double greenness() {
        return (green - (red + blue) / 2) / (grey() + 3);
    }

    boolean orange() {
        double grey = grey() + 3;
        return (red - green) / grey > 0.3 && (green - blue) / grey > 0.3;
    }

    double distance(Colour other, double light) {
        double r = red - other.red * light;
        double g = green - other.green * light;
        double b = blue - other.blue * light;
        return Math.sqrt(r * r + g * g + b * b);
    }

    /** Distance of the hues, independent of the light: 0 for the same, about 1 for red against green. */
    double hueDistance(Colour other) {
        double grey = grey() + 8;
        double otherGrey = other.grey() + 8;
        double red = (this.red - grey()) / grey - (other.red - other.grey()) / otherGrey;
        double blue = (this.blue - grey()) / grey - (other.blue - other.grey()) / otherGrey;
        return Math.hypot(red, blue);
    }
}
