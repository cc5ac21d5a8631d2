package dev.andon.ingest.http;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

import dev.andon.config.CamerasFile;
import dev.andon.config.DataSize;
import dev.andon.core.frame.Frame;
import dev.andon.core.frame.ImageSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is posted of a camera that cameras.yaml knows. */
class PostedOfKnownCamerasTest extends FrameServerFixture {

    @Test
    void whatIsMaskedOfACameraThatTheFileKnowsIsBlackAndOthersStayAsTheyAre() throws Exception {
        // given
        start(LONG);
        know("pictures: {masks: [\"0,0,8,8\"]}");

        // when
        CompletableFuture<HttpResponse<String>> masked = sendAsync(post("image/png", white()));
        awaitSent(1);
        producer.completeNext();
        CompletableFuture<HttpResponse<String>> unknown = sendAsync(
                bare("image/png", BodyPublishers.ofByteArray(white())).header("Andon-Line", "l")
                        .header("Andon-Camera", "other"));
        awaitSent(2);
        producer.completeNext();

        // then
        assertThat(masked.get().statusCode()).isEqualTo(201);
        assertThat(unknown.get().statusCode()).isEqualTo(201);
        assertThat(pixels(frames.get(0))).containsExactly(0xff000000, 0xff000000, 0xffffffff, 0xffffffff);
        assertThat(pixels(frames.get(1))).containsOnly(0xffffffff);
    }

    @Test
    void anImageThatItsMaskMissesIsRefused() throws Exception {
        start(LONG);
        know("pictures: {masks: [\"0,0,8,8\", \"16,0,8,8\"]}");

        HttpResponse<String> answer = send(post("image/png", white()));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(problems(answer)).containsExactly("the mask 16,0,8,8 lies outside of the PNG, which has 16 x 16"
                + " pixels: give x,y,width,height in pixels of the upright image");
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void ofACameraInMaintenanceNothingIsTaken() throws Exception {
        start(LONG);
        know("maintenance: true");

        HttpResponse<String> answer = send(post("image/jpeg", IMAGE));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(problems(answer)).containsExactly(
                "the camera c is in maintenance: send it again when cameras.yaml says otherwise");
        assertThat(producer.history()).isEmpty();
    }

    /** From now on the camera c is known. */
    private void know(String more) {
        String file = "cameras: [{camera: c, line: l, posted: {}, " + more + "}]";
        known.follow(CamerasFile.read("cameras.yaml", new StringReader(file), new DataSize(1_000)).orElse(problems -> {
            throw new AssertionError(problems);
        }).cameras());
    }

    private static byte[] white() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 16, 16);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** In the first corner, just within the mask, and just outside of it. */
    private static List<Integer> pixels(Frame frame) throws IOException {
        byte[] bytes = ((ImageSource.Inline) frame.image()).bytes().array();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return List.of(image.getRGB(0, 0), image.getRGB(7, 7), image.getRGB(8, 7), image.getRGB(7, 8));
    }
}
