package dev.andon.bench.plant;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;

/**
 * JPEGs of any size that differ from each other: a few shots of a synthetic camera, filled up with comment segments
 * (ITU-T T.81, B.2.4.5). Any thread.
 */
final class Pictures {

    private static final int SHOTS = 8;

    /** Bytes of the start-of-image marker. */
    private static final int START = 2;

    private static final int SEGMENT = 65_533;
    private static final int SEGMENT_HEAD = 4;

    private final List<byte[]> shots;
    private final int size;

    /** @param size of each picture, at least that of a shot (about 40 KB); 0 for the shots' own */
    Pictures(int size, long seed) {
        SyntheticCamera camera = SyntheticCamera.lines(1, seed, Mix.DEFAULT).getFirst();
        this.shots = Stream.generate(() -> camera.next().jpeg().array()).limit(SHOTS).toList();
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

    private static void comment(ByteArrayOutputStream out, byte[] text) {
        int length = text.length + 2;
        out.write(0xff);
        out.write(0xfe);
        out.write(length >> 8);
        out.write(length);
        out.write(text, 0, text.length);
    }
}
