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
        int column = Math.clamp(x, 0, width - 1);
        int row = Math.clamp(y, 0, height - 1);
        return bgr[(row * width + column) * 3 + channel] & 0xff;
    }

    int grey(int x, int y) {
        int at = (Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)) * 3;
        return (29 * (bgr[at] & 0xff) + 150 * (bgr[at + 1] & 0xff) + 77 * (bgr[at + 2] & 0xff)) >> 8;
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
            int at = y * width * 3;
            int row = (y / factor) * columns;
            for (int x = 0; x < columns; x++) {
                int to = (row + x) * 3;
                for (int i = 0; i < factor; i++, at += 3) {
                    sums[to] += bgr[at] & 0xff;
                    sums[to + 1] += bgr[at + 1] & 0xff;
                    sums[to + 2] += bgr[at + 2] & 0xff;
                }
            }
        }
        return new Thumbnail(sums, columns, rows, factor);
    }
}
