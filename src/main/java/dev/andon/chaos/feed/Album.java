package dev.andon.chaos.feed;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.SyntheticCamera;

/**
 * A few shots of each product, taken beforehand, of which any number of different JPEGs of any size can be made without
 * drawing again: by comment segments (ITU-T T.81, B.2.4.5), which decoders skip. Any thread.
 */
final class Album {

    private static final int PRODUCTS = 3;
    private static final int SHOTS = 6;
    private static final int[] SCALES = {1, 2, 4};

    /** Bytes of the start-of-image marker. */
    private static final int START = 2;

    private static final int SEGMENT = 65_533;
    private static final byte FILLING = 'x';

    private final Map<String, List<byte[]>> shots = new HashMap<>();

    private Album() {}

    static Album of(long seed) throws IOException {
        Album album = new Album();
        for (SyntheticCamera camera : SyntheticCamera.lines(PRODUCTS, seed, Mix.DEFAULT)) {
            for (int i = 0; i < SHOTS; i++) {
                album.add(LineNames.product(camera.lineId()), camera.next().jpeg().array());
            }
        }
        return album;
    }

    /** The JPEG of a picture. */
    byte[] bytes(Picture picture) {
        List<byte[]> own = shots.getOrDefault(key(picture.product(), picture.scale()), List.of());
        byte[] shot = own.get(Math.floorMod(picture.shot(), own.size()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(picture.size(), shot.length + 256));
        out.write(shot, 0, START);
        comment(out, picture.mark().getBytes(StandardCharsets.UTF_8));
        for (int missing = picture.size() - shot.length; missing > 0; missing -= SEGMENT) {
            byte[] filling = new byte[Math.min(missing, SEGMENT)];
            Arrays.fill(filling, FILLING);
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

    private void add(String product, byte[] jpeg) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(jpeg));
        for (int scale : SCALES) {
            shots.computeIfAbsent(key(product, scale), key -> new ArrayList<>())
                    .add(scale == 1 ? jpeg : reduced(full, scale));
        }
    }

    private static byte[] reduced(BufferedImage full, int scale) throws IOException {
        int width = full.getWidth() / scale;
        int height = full.getHeight() / scale;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(full, 0, 0, width, height, null);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static String key(String product, int scale) {
        return product + '/' + scale;
    }
}
