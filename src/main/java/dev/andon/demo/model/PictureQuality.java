package dev.andon.demo.model;

/**
 * What can be said of any picture.
 *
 * @param brightness mean grey value, 0 to 1
 * @param contrast   difference between the 95th and the 5th percentile of the grey values, 0 to 1
 * @param sharpness  steepest grey steps between neighbours as a share of the contrast, 0 (blurred) to about 1
 * @param noise      standard deviation, grey values of 255
 */
record PictureQuality(double brightness, double contrast, double sharpness, double noise) {

    static PictureQuality of(Pixels pixels) {
        int[] greys = new int[256];
        int[] steps = new int[256];
        int[] bends = new int[1024];
        for (int y = 4; y < pixels.height() - 4; y += 8) {
            for (int x = 1; x < pixels.width() - 1; x += 2) {
                int before = pixels.grey(x - 1, y);
                int grey = pixels.grey(x, y);
                int after = pixels.grey(x + 1, y);
                greys[grey]++;
                steps[Math.abs(after - before)]++;
                bends[Math.abs(2 * grey - before - after)]++;
            }
        }
        double contrast = quantile(greys, 0.95) - quantile(greys, 0.05);
        double noise = quantile(bends, 0.5) / (0.6745 * Math.sqrt(6));
        double step = Math.max(0, quantile(steps, 0.998) - 3 * noise);
        return new PictureQuality(mean(greys) / 255, contrast / 255, step / Math.max(1, contrast), noise);
    }

    boolean dark() {
        return brightness < 0.13;
    }

    boolean bright() {
        return brightness > 0.75;
    }

    boolean flat() {
        return contrast < 0.18;
    }

    boolean blurred() {
        return sharpness < 0.22;
    }

    boolean noisy() {
        return noise > 5;
    }

    private static double mean(int[] histogram) {
        long sum = 0;
        long count = 0;
        for (int i = 0; i < histogram.length; i++) {
            sum += (long) i * histogram[i];
            count += histogram[i];
        }
        return count == 0 ? 0 : (double) sum / count;
    }

    private static int quantile(int[] histogram, double share) {
        long count = 0;
        for (int bin : histogram) {
            count += bin;
        }
        long below = 0;
        for (int i = 0; i < histogram.length; i++) {
            below += histogram[i];
            if (below > share * count) {
                return i;
            }
        }
        return histogram.length - 1;
    }
}
