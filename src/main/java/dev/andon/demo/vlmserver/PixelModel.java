package dev.andon.demo.vlmserver;

import java.awt.image.BufferedImage;
import java.util.List;

/** The simulated model of {@code dev.andon.demo.model}. Any thread. */
final class PixelModel implements Model {

    @Override
    public Opinion answer(BufferedImage image, String prompt, List<String> allowed, double temperature, long seed) {
        return new Opinion(allowed.getLast(), "The simulated model is not built in yet.");
    }
}
