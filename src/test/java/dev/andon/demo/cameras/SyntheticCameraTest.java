package dev.andon.demo.cameras;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.andon.core.sampling.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SyntheticCameraTest {

    private static final Mix HALF = new Mix(0.5, 0.5);

    @Test
    void the_same_seed_takes_the_same_pictures() {
        List<Shot> first = shots(7, HALF, 4);
        List<Shot> second = shots(7, HALF, 4);

        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i).truth()).isEqualTo(second.get(i).truth());
            assertThat(first.get(i).jpeg().array()).isEqualTo(second.get(i).jpeg().array());
        }
    }

    @Test
    void no_two_pictures_are_the_same() {
        Set<String> seen = new HashSet<>();

        Stream.concat(shots(7, HALF, 4).stream(), shots(8, HALF, 4).stream())
                .forEach(shot -> seen.add(new String(shot.jpeg().array(), StandardCharsets.ISO_8859_1)));

        assertThat(seen).hasSize(24);
    }

    @Test
    void lines_make_three_products_in_turn() {
        List<SyntheticCamera> cameras = SyntheticCamera.lines(4, 1, Mix.DEFAULT);

        assertThat(cameras).extracting(SyntheticCamera::lineId)
                .containsExactly("bracket-1", "bottle-1", "board-1", "bracket-2");
        assertThat(cameras).extracting(SyntheticCamera::cameraId)
                .containsExactly("bracket-cam-1", "bottle-cam-1", "board-cam-1", "bracket-cam-2");
        assertThat(cameras).extracting(SyntheticCamera::partNumber)
                .containsExactly("BR-100", "BT-200", "PB-300", "BR-100");
    }

    /** Start of image, then only JFIF, tables, frame and scan headers: no comment, no EXIF, no place for a hint. */
    @Test
    void pictures_carry_no_metadata() {
        for (Shot shot : shots(9, HALF, 3)) {
            assertThat(segments(shot.jpeg().array())).isSubsetOf(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
        }
    }

    @Test
    void pictures_have_the_size_of_camera_pictures() {
        for (Shot shot : shots(10, new Mix(0.15, 0), 4)) {
            assertThat(shot.jpeg().size()).isBetween(60_000, 250_000);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void shares_are_kept(double share) {
        for (Shot shot : shots(11, new Mix(share, 1 - share), 3)) {
            assertThat(shot.truth().result()).isEqualTo(share == 1 ? Result.NOT_OK : Result.OK);
            assertThat(shot.truth().trouble() == null).isEqualTo(share == 1);
        }
    }

    @Test
    void a_share_above_one_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mix(1.1, 0)).withMessageContaining("defects is 1.1");
    }

    private static List<Shot> shots(long seed, Mix mix, int each) {
        List<Shot> shots = new ArrayList<>();
        for (SyntheticCamera camera : SyntheticCamera.lines(3, seed, mix)) {
            for (int i = 0; i < each; i++) {
                shots.add(camera.next());
            }
        }
        return shots;
    }

    private static Set<Integer> segments(byte[] jpeg) {
        Set<Integer> markers = new HashSet<>();
        int at = 2;
        while (!markers.contains(0xda)) {
            markers.add(jpeg[at + 1] & 0xff);
            at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
        }
        return markers;
    }
}
