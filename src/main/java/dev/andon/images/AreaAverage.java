package dev.andon.images;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import dev.andon.core.frame.ImageSize;

/**
 * Scales an image down: each pixel is the mean of the area that it covers, pixels that it covers in part counting in part.
 * One thread.
 */
final class AreaAverage {

    /** What one pixel covers of a row or column of the image. */
    private static final class Span {

        /** The first pixel of the image. */
        private final int from;

        /** Of that one and those that follow it; 1 together. */
        private final float[] shares;

        private Span(double begin, double end) {
            from = (int) begin;
            shares = new float[(int) Math.ceil(end) - from];
            for (int i = 0; i < shares.length; i++) {
                double covered = Math.min(from + i + 1, end) - Math.max(from + i, begin);
                shares[i] = (float) (covered / (end - begin));
            }
        }

        static Span[] all(int size, int to) {
            Span[] spans = new Span[to];
            double scale = (double) size / to;
            for (int i = 0; i < to; i++) {
                spans[i] = new Span(i * scale, Math.min(size, (i + 1) * scale));
            }
            return spans;
        }
    }

    private final PixelRows rows;
    private final int bands;
    private final Span[] columns;
    private final float[] read;
    private final float[] narrow;
    private int narrowed = -1;

    private AreaAverage(PixelRows rows, int width) {
        this.rows = rows;
        bands = rows.bands();
        columns = Span.all(rows.size().width(), width);
        read = new float[bands * rows.size().width()];
        narrow = new float[bands * width];
    }

    /** @param to no larger than the image, in either direction */
    static BufferedImage of(PixelRows rows, ImageSize to) {
        BufferedImage image = new BufferedImage(to.width(), to.height(),
                rows.bands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        new AreaAverage(rows, to.width()).fill(image);
        return image;
    }

    private void fill(BufferedImage image) {
        float[] sums = new float[narrow.length];
        byte[] bytes = new byte[narrow.length];
        Span[] lines = Span.all(rows.size().height(), image.getHeight());
        for (int y = 0; y < lines.length; y++) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < lines[y].shares.length; i++) {
                narrow(lines[y].from + i);
                add(lines[y].shares[i], sums);
            }
            for (int i = 0; i < sums.length; i++) {
                bytes[i] = (byte) Math.round(sums[i]);
            }
            image.getRaster().setDataElements(0, y, image.getWidth(), 1, bytes);
        }
    }

    /** Reads a row and scales it down in width alone; the one on a border of two pixels comes twice. */
    private void narrow(int y) {
        if (y == narrowed) {
            return;
        }
        narrowed = y;
        rows.read(y, read);
        for (int band = 0; band < bands; band++) {
            for (int x = 0; x < columns.length; x++) {
                narrow[bands * x + band] = mean(columns[x], band);
            }
        }
    }

    private float mean(Span span, int band) {
        float sum = 0;
        int at = bands * span.from + band;
        for (float share : span.shares) {
            sum += share * read[at];
            at += bands;
        }
        return sum;
    }

    private void add(float share, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += share * narrow[i];
        }
    }
}
