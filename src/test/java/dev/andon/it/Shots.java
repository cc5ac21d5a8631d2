package dev.andon.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import dev.andon.core.frame.Frame;
import dev.andon.fixture.TestFrames;

/** Frames of lines. */
final class Shots {

    private Shots() {}

    /** So many frames of a line, numbered from {@code from}. */
    static List<Frame> of(String line, int from, int count) {
        List<Frame> frames = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            frames.add(TestFrames.frame(line, line + "-" + i, i % 200));
        }
        return frames;
    }

    /** So many frames of each line, taking turns. */
    static List<Frame> ofLines(List<String> lines, int from, int count) {
        List<Frame> frames = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            for (String line : lines) {
                frames.addAll(of(line, i, 1));
            }
        }
        return frames;
    }

    /** Those of one line. */
    static List<Frame> only(String line, List<Frame> frames) {
        return frames.stream().filter(frame -> frame.line().value().equals(line)).toList();
    }

    /** A PNG that cannot be compressed, and is too large to travel inside the record of a person. */
    static byte[] noise(long seed) throws IOException {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < 400 * 300; i++) {
            image.setRGB(i % 400, i / 400, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
