package dev.andon.demo.cameras;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import dev.andon.core.sampling.Result;
import org.jspecify.annotations.Nullable;

/**
 * A camera over one production line that draws what it sees. The same seed, line and mix give the same pictures, byte
 * for byte, on the same JDK. One thread at a time.
 */
public final class SyntheticCamera {

    private static final double DAYLIGHT_NOISE = 2.0;

    private final Product product;
    private final int number;
    private final Mix mix;
    private final RandomGenerator random;
    private final BufferedImage scene;
    private final Sensor sensor;
    private final Optics optics = new Optics(Scenery.WIDTH, Scenery.HEIGHT);
    private final BufferedImage frame = new BufferedImage(Scenery.WIDTH, Scenery.HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final int[] pixels = ((DataBufferInt) frame.getRaster().getDataBuffer()).getData();
    private final BufferedImage exposed = new BufferedImage(Scenery.WIDTH, Scenery.HEIGHT,
            BufferedImage.TYPE_3BYTE_BGR);
    private final byte[] film = ((DataBufferByte) exposed.getRaster().getDataBuffer()).getData();

    private SyntheticCamera(Product product, int number, Mix mix, RandomGenerator random) {
        this.product = product;
        this.number = number;
        this.mix = mix;
        this.random = random;
        this.scene = product.scene(random);
        this.sensor = new Sensor(random);
    }

    /**
     * Cameras over {@code count} lines, which make brackets, bottles and boards in turn: {@code bracket-1},
     * {@code bottle-1}, {@code board-1}, {@code bracket-2}, ….
     *
     * @param count at least 1
     */
    public static List<SyntheticCamera> lines(int count, long seed, Mix mix) {
        List<Product> products = List.of(new Bracket(), new Bottle(), new Board());
        List<SyntheticCamera> cameras = new ArrayList<>();
        SplittableRandom root = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            cameras.add(new SyntheticCamera(products.get(i % products.size()), 1 + i / products.size(), mix,
                    root.split()));
        }
        return List.copyOf(cameras);
    }

    /** For instance {@code bracket-1}. */
    public String lineId() {
        return product.name() + "-" + number;
    }

    /** For instance {@code bracket-cam-1}. */
    public String cameraId() {
        return product.name() + "-cam-" + number;
    }

    /** For instance {@code BR-100}; the same for all lines that make the product. */
    public String partNumber() {
        return product.partNumber();
    }

    /** Takes the next picture. */
    public Shot next() {
        String label = random.nextDouble() < mix.defects() ? anyDefect() : Product.OK;
        Trouble trouble = random.nextDouble() < mix.troubles() ? Trouble.any(random) : null;
        paint(label, trouble);
        develop(trouble);
        Result result = label.equals(Product.OK) ? Result.OK : Result.NOT_OK;
        return new Shot(JpegEncoder.encode(exposed),
                new Truth(label, result, trouble == null ? null : trouble.kind().text()));
    }

    private String anyDefect() {
        return product.defects().get(random.nextInt(product.defects().size()));
    }

    private void paint(String label, @Nullable Trouble trouble) {
        Graphics2D g = Scenery.graphics(frame);
        g.drawImage(scene, -random.nextInt(Scenery.SPARE), 0, null);
        Pose pose = product.pose(random);
        Graphics2D part = (Graphics2D) g.create();
        part.transform(pose.transform());
        product.draw(part, label, random);
        part.dispose();
        if (trouble != null) {
            obstruct(g, pose.toPixels(product.decisivePlace(random)), trouble);
        }
        g.dispose();
    }

    private void obstruct(Graphics2D g, Point2D at, Trouble trouble) {
        switch (trouble.kind()) {
            case GLARE -> Obstacles.glare(g, at, trouble.strength(), random);
            case OCCLUSION -> Obstacles.occlusion(g, at, trouble.strength(), random);
            case FOREIGN_OBJECT -> Obstacles.foreignObject(g, at, trouble.strength(), random);
            case DEFOCUS, MOTION_BLUR, LOW_LIGHT -> {
            }
        }
    }

    private void develop(@Nullable Trouble trouble) {
        double strength = trouble == null ? 0 : trouble.strength();
        TroubleKind kind = trouble == null ? null : trouble.kind();
        if (kind == TroubleKind.DEFOCUS) {
            optics.defocus(pixels, 1 + (int) (13 * strength));
        } else if (kind == TroubleKind.MOTION_BLUR) {
            optics.motion(pixels, 2 + (int) (34 * strength));
        }
        boolean dark = kind == TroubleKind.LOW_LIGHT;
        double gain = dark ? 0.6 - 0.5 * strength : random.nextDouble(0.94, 1.06);
        sensor.expose(pixels, film, Scenery.WIDTH, gain, dark ? 4 + 18 * strength : DAYLIGHT_NOISE, random);
    }
}
