package dev.andon.demo.cameras;

/** Blurs packed RGB pixels in place. One thread at a time: it keeps a line buffer. */
final class Optics {

    private final int width;
    private final int height;
    private final int[] line;

    Optics(int width, int height) {
        this.width = width;
        this.height = height;
        this.line = new int[Math.max(width, height)];
    }

    /** Two box blurs each way: close enough to a lens out of focus. */
    void defocus(int[] pixels, int radius) {
        for (int pass = 0; pass < 2; pass++) {
            alongRows(pixels, radius);
            alongColumns(pixels, radius);
        }
    }

    /** The belt runs along the rows. */
    void motion(int[] pixels, int radius) {
        alongRows(pixels, radius);
    }

    private void alongRows(int[] pixels, int radius) {
        for (int y = 0; y < height; y++) {
            box(pixels, y * width, 1, width, radius);
        }
    }

    private void alongColumns(int[] pixels, int radius) {
        for (int x = 0; x < width; x++) {
            box(pixels, x, width, height, radius);
        }
    }

    private void box(int[] pixels, int start, int step, int length, int radius) {
        for (int i = 0; i < length; i++) {
            line[i] = pixels[start + i * step];
        }
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = -radius; i <= radius; i++) {
            int pixel = line[Math.clamp(i, 0, length - 1)];
            red += (pixel >> 16) & 0xff;
            green += (pixel >> 8) & 0xff;
            blue += pixel & 0xff;
        }
        int count = 2 * radius + 1;
        for (int i = 0; i < length; i++) {
            pixels[start + i * step] = ((red / count) << 16) | ((green / count) << 8) | (blue / count);
            int in = line[Math.min(length - 1, i + radius + 1)];
            int out = line[Math.max(0, i - radius)];
            red += ((in >> 16) & 0xff) - ((out >> 16) & 0xff);
            green += ((in >> 8) & 0xff) - ((out >> 8) & 0xff);
            blue += (in & 0xff) - (out & 0xff);
        }
    }
}
