package dev.andon.demo.model;

/** A decoded picture: blue, green, red, row by row. Read only, any thread. */
final class Pixels {

    private final byte[] bgr;
    private final int width;
    private final int height;

    Pixels(byte[] bgr, int width, int height) {
        this.bgr = bgr;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Channel 0 (blue), 1 (green) or 2 (red), 0 to 255; coordinates outside count as the nearest edge. */
    int channel(int x, int y, int channel) {
        return bgr[at(x, y) + channel] & 0xff;
    }

    int grey(int x, int y) {
        int at = at(x, y);
        return (29 * (bgr[at] & 0xff) + 150 * (bgr[at + 1] & 0xff) + 77 * (bgr[at + 2] & 0xff)) >> 8;
    }

    private int at(int x, int y) {
        return (Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))) * 3;
    }

    /** Grey value between pixels. */
    double grey(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        double above = grey(left, top) * (1 - right) + grey(left + 1, top) * right;
        double below = grey(left, top + 1) * (1 - right) + grey(left + 1, top + 1) * right;
        return above * (1 - down) + below * down;
    }

    /** Every {@code factor}-th pixel in each direction, as the mean of its block. */
    Thumbnail reduce(int factor) {
        int columns = width / factor;
        int rows = height / factor;
        int[] sums = new int[columns * rows * 3];
        for (int y = 0; y < rows * factor; y++) {
            addRow(sums, (y / factor) * columns * 3, y * width * 3, columns, factor);
        }
        return new Thumbnail(sums, columns, rows, factor);
    }

    private void addRow(int[] sums, int to, int from, int columns, int factor) {
        int at = from;
        for (int x = 0; x < columns; x++) {
            int blue = 0;
            int green = 0;
            int red = 0;
            for (int i = 0; i < factor; i++, at += 3) {
                blue += bgr[at] & 0xff;
                green += bgr[at + 1] & 0xff;
                red += bgr[at + 2] & 0xff;
            }
            sums[to + x * 3] += blue;
            sums[to + x * 3 + 1] += green;
            sums[to + x * 3 + 2] += red;
        }
    }
}
