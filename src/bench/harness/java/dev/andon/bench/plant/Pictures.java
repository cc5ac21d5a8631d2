package dev.andon.bench.plant;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;

/**
 * JPEGs of any size that differ from each other: a few shots of a synthetic camera, or small copies of them, filled up
 * with comment segments (ITU-T T.81, B.2.4.5). Any thread.
 */
final class Pictures {

    private static final int SHOTS = 8;

    /** Bytes of the start-of-image marker. */
    private static final int START = 2;

    /** Up to this size of a picture the shots are made smaller. */
    private static final int SMALL = 50_000;
    private static final int SMALLER = 16;

    private static final int SEGMENT = 65_533;
    private static final int SEGMENT_HEAD = 4;

    private final List<byte[]> shots;
    private final int size;

    /** @param size of each picture, at least that of a small shot (about 2 KB) */
    Pictures(int size, long seed) {
        SyntheticCamera camera = SyntheticCamera.lines(1, seed, Mix.DEFAULT).getFirst();
        Stream<byte[]> taken = Stream.generate(() -> camera.next().jpeg().array()).limit(SHOTS);
        this.shots = (size < SMALL ? taken.map(Pictures::smaller) : taken).toList();
        this.size = size;
    }

    byte[] picture(long number) {
        byte[] shot = shots.get((int) Math.floorMod(number, (long) SHOTS));
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(size, shot.length) + SEGMENT);
        out.write(shot, 0, START);
        comment(out, ("picture " + number).getBytes(StandardCharsets.UTF_8));
        for (int missing = size - shot.length; missing > 0; missing -= SEGMENT + SEGMENT_HEAD) {
            byte[] filling = new byte[Math.min(missing, SEGMENT)];
            Arrays.fill(filling, (byte) 'x');
            comment(out, filling);
        }
        out.write(shot, START, shot.length - START);
        return out.toByteArray();
    }

    private static byte[] smaller(byte[] jpeg) {
        try {
            BufferedImage shot = ImageIO.read(new ByteArrayInputStream(jpeg));
            BufferedImage small = new BufferedImage(shot.getWidth() / SMALLER, shot.getHeight() / SMALLER,
                    BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = small.createGraphics();
            graphics.drawImage(shot, 0, 0, small.getWidth(), small.getHeight(), null);
            graphics.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(small, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be made smaller", e);
        }
    }

    private static void comment(ByteArrayOutputStream out, byte[] text) {
        int length = text.length + 2;
        out.write(0xff);
        out.write(0xfe);
        out.write(length >> 8);
        out.write(length);
        out.write(text, 0, text.length);
    }
}
