package dev.andon.demo.model;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.andon.demo.cameras.Mix;
import dev.andon.demo.cameras.Shot;
import dev.andon.demo.cameras.SyntheticCamera;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The cameras and the model meet in pixels only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedModelTest {

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "bracket-1", List.of("ok", "missing_hole", "crack", "unsure", "unexpected"),
            "bottle-1", List.of("ok", "label_missing", "label_crooked", "low_fill", "unsure", "unexpected"),
            "board-1", List.of("ok", "solder_bridge", "missing_component", "unsure", "unexpected"));
    private static final int SAMPLES = 5;

    /** One frame with what the model said of it. */
    private record Case(String line, Shot shot, Perception seen, List<SimulatedAnswer> samples) {

        String truth() {
            return shot.truth().label();
        }

        Set<String> answers() {
            Set<String> answers = new HashSet<>();
            samples.forEach(sample -> answers.add(sample.answer()));
            return answers;
        }

        boolean allSay(String label) {
            return answers().equals(Set.of(label));
        }

        boolean unanimouslyWrong() {
            return answers().size() == 1 && (allSay("ok") != truth().equals("ok")) && !allSay("unsure")
                    && !allSay("unexpected");
        }
    }

    private List<Case> clear = List.of();
    private List<Case> troubled = List.of();

    @BeforeAll
    void look() {
        clear = cases(1100, new Mix(0.6, 0), 30);
        troubled = cases(1101, new Mix(0.4, 1), 15);
    }

    @Test
    void sees_what_is_plain() {
        long right = clear.stream().filter(each -> each.allSay(each.truth())).count();
        long faint = clear.stream().filter(each -> !each.allSay(each.truth()))
                .filter(each -> each.truth().equals("crack") || each.truth().equals("label_crooked")).count();

        assertThat(right + faint).isGreaterThanOrEqualTo(clear.size() * 97L / 100);
        assertThat(faint).isLessThan(clear.size() / 6);
    }

    @Test
    void every_defect_is_recognised_somewhere() {
        Set<String> recognised = new HashSet<>();

        clear.stream().filter(each -> each.allSay(each.truth())).forEach(each -> recognised.add(each.truth()));

        assertThat(recognised).containsExactlyInAnyOrder("ok", "missing_hole", "crack", "label_missing",
                "label_crooked", "low_fill", "solder_bridge", "missing_component");
    }

    @Test
    void has_blind_spots_where_it_is_wrong_with_one_voice() {
        assertThat(clear).filteredOn(Case::unanimouslyWrong).isNotEmpty()
                .allSatisfy(each -> assertThat(each.truth()).isIn("crack", "label_crooked"));
    }

    @Test
    void trouble_makes_answers_differ() {
        assertThat(share(troubled)).isGreaterThan(0.2);
        assertThat(share(clear)).isLessThan(0.05);
    }

    @Test
    void says_the_same_in_other_words_when_sure() {
        Case sure = clear.stream().filter(each -> each.allSay("ok")).findFirst().orElseThrow();
        Set<String> captions = new HashSet<>();

        for (long seed = 0; seed < 200; seed++) {
            captions.add(answer(sure, 1, seed).caption());
        }

        assertThat(captions).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void the_same_seed_says_the_same_and_other_seeds_do_not() {
        Case any = troubled.getFirst();
        Set<String> captions = new HashSet<>();

        for (long seed = 0; seed < 20; seed++) {
            assertThat(answer(any, 1, seed)).isEqualTo(answer(any, 1, seed));
            captions.add(answer(any, 1, seed).caption());
        }

        assertThat(captions).hasSizeGreaterThan(3);
    }

    @Test
    void temperature_zero_makes_all_seeds_equal() {
        for (Case each : troubled) {
            assertThat(answer(each, 0, 1)).isEqualTo(answer(each, 0, 2));
        }
    }

    @Test
    void the_same_bytes_look_the_same() {
        for (Case each : troubled.subList(0, 5)) {
            assertThat(SimulatedModel.look(each.shot().jpeg().array())).hasToString(each.seen().toString());
        }
    }

    @Test
    void abstains_on_what_it_was_not_made_for() {
        List<String> allowed = List.of("complete", "screw_missing", "unsure", "unexpected");
        int label = 0;

        for (int seed = 0; seed < 200; seed++) {
            String answer = SimulatedModel.answer(photograph(), "Wooden block with screws", allowed, 1, seed).answer();
            label += answer.startsWith("un") ? 0 : 1;
        }

        assertThat(label).isLessThan(60);
    }

    @Test
    void describes_an_unknown_picture_by_its_light() {
        SimulatedAnswer answer = SimulatedModel.answer(photograph(), "What is this?", List.of("ok", "unsure"), 1, 3);

        assertThat(answer.caption()).containsAnyOf("lit", "dark", "sharp", "blurred", "contrast");
    }

    @Test
    void a_part_of_another_line_is_unexpected() {
        Case bracket = clear.stream().filter(each -> each.line().equals("bracket-1")).findFirst().orElseThrow();
        List<String> said = new ArrayList<>();

        for (int seed = 0; seed < 50; seed++) {
            said.add(SimulatedModel.answer(bracket.seen(), "A bottle", answers("bottle-1"), 1, seed).answer());
        }

        assertThat(said).filteredOn("unexpected"::equals).hasSizeGreaterThan(20);
    }

    @Test
    void knows_japanese_labels_and_captions() {
        Case board = clear.stream().filter(each -> each.line().equals("board-1") && each.allSay("solder_bridge"))
                .findFirst().orElseThrow();

        SimulatedAnswer answer = SimulatedModel.answer(board.seen(), "基板を検査してください。日本語で説明してください。",
                List.of("良品", "はんだブリッジ", "部品欠品", "unsure", "unexpected"), 1, 5);

        assertThat(answer.answer()).isEqualTo("はんだブリッジ");
        assertThat(answer.caption()).contains("はんだ");
    }

    @Test
    void bytes_that_are_no_image_are_told_apart() {
        assertThat(SimulatedModel.look("not an image".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Look.NotAnImage.class);
    }

    @Test
    void an_empty_list_of_answers_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedModel.answer(clear.getFirst().seen(), "", List.of(), 1, 1))
                .withMessageContaining("allowedAnswers");
    }

    private static double share(List<Case> cases) {
        return (double) cases.stream().filter(each -> each.answers().size() > 1).count() / cases.size();
    }

    private static SimulatedAnswer answer(Case of, double temperature, long seed) {
        return SimulatedModel.answer(of.seen(), "Inspect the part.", answers(of.line()), temperature, seed);
    }

    private static List<String> answers(String line) {
        return ANSWERS.getOrDefault(line, List.of());
    }

    private static List<Case> cases(long seed, Mix mix, int each) {
        List<Case> cases = new ArrayList<>();
        for (SyntheticCamera camera : SyntheticCamera.lines(3, seed, mix)) {
            for (int i = 0; i < each; i++) {
                Shot shot = camera.next();
                Perception seen = (Perception) SimulatedModel.look(shot.jpeg().array());
                List<SimulatedAnswer> samples = new ArrayList<>();
                for (int sample = 0; sample < SAMPLES; sample++) {
                    samples.add(SimulatedModel.answer(seen, "Inspect the part.", answers(camera.lineId()), 1,
                            1000L * i + sample));
                }
                cases.add(new Case(camera.lineId(), shot, seen, samples));
            }
        }
        return cases;
    }

    private static BufferedImage photograph() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < 60; i++) {
            g.setColor(new Color((i * 37) % 256, (i * 91) % 256, (i * 53) % 256));
            g.fillOval((i * 97) % 600, (i * 61) % 440, 40 + i, 30 + i);
        }
        g.dispose();
        return image;
    }
}
