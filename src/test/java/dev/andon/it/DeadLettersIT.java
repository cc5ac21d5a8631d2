package dev.andon.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import dev.andon.cli.CommandRun;
import dev.andon.core.frame.Frame;
import dev.andon.fixture.Cluster;
import dev.andon.fixture.SharedCluster;
import dev.andon.fixture.TestPolicies;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static dev.andon.it.Guarantees.await;
import static dev.andon.it.Guarantees.awaitDecisions;
import static org.assertj.core.api.Assertions.assertThat;

/** Records that could not be read are put right and put back. */
@ExtendWith({SharedCluster.class, SharedPlant.class})
class DeadLettersIT {

    private static final Header TRACE = header(Plant.TRACE, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    private static final Header ORIGIN = new RecordHeader("origin", new byte[]{1, 2, (byte) 0xff});
    private static final int GUESSES = 4;

    @Test
    void aFrameWhoseSchemaIsRegisteredLateIsDecidedOnceAfterItsRedrive(Plant plant, Cluster cluster) throws Exception {
        // given: frames of schema ids that the registry will give out next
        String line = "late-schema";
        plant.decree(TestPolicies.fixed(line, 1, "steady", 0.25));
        List<Frame> frames = Shots.of(line, 0, GUESSES);
        int next = NewerSchema.register(cluster.registryUrl(), plant, "exposureSteps").id() + 1;
        try (Outputs outputs = plant.outputs()) {
            for (int i = 0; i < GUESSES; i++) {
                plant.takePoison(line, NewerSchema.encode(frames.get(i), plant, next + i), TRACE, ORIGIN);
            }
            awaitLetters(outputs, line, GUESSES);
            NewerSchema late = NewerSchema.register(cluster.registryUrl(), plant, "lensSerial");
            int guess = late.id() - next;
            assertThat(guess).as("the registry counts on").isBetween(0, GUESSES - 1);
            String letter = place(lettersOf(outputs, line).get(guess));

            // when
            CommandRun shown = plant.run("dead-letters", "show", letter);
            CommandRun rehearsed = plant.run("dead-letters", "redrive", letter);
            CommandRun done = plant.run("dead-letters", "redrive", letter, "--execute");
            CommandRun repeated = plant.run("dead-letters", "redrive", letter, "--execute");

            // then
            assertThat(shown.out()).contains("schema id " + late.id(), TRACE.key(), "can be read now", "--execute");
            assertThat(rehearsed.out()).contains("1 record would be put back; nothing was written");
            assertThat(done.out()).contains(letter + " → " + plant.config().topics().frames(), "1 record put back");
            assertThat(repeated.out()).contains("was put back before", "0 records put back");
            assertThat(List.of(shown, rehearsed, done, repeated)).extracting(CommandRun::exitCode).containsOnly(0);
            awaitDecisions(outputs, line, 1);
            plant.take(Shots.of(line, 100, 1));
            awaitDecisions(outputs, line, 2);
            assertThat(outputs.lookToTheEnd().of(line)).extracting(Outputs.Published::frameId)
                    .containsExactly(frames.get(guess).id().value(), line + "-100");
            assertThat(outputs.of(line).getFirst().record().headers().lastHeader(TRACE.key())).isEqualTo(TRACE);
            assertThat(lettersOf(outputs, line)).as("no new letters").hasSize(GUESSES);
        }
    }

    @Test
    void whatStaysBrokenComesBackWithoutGrowing(Plant plant) throws Exception {
        // given
        String line = "stays-broken";
        byte[] broken = "no frame at all".getBytes(StandardCharsets.UTF_8);
        plant.takePoison(line, broken, TRACE, ORIGIN);
        try (Outputs outputs = plant.outputs()) {
            awaitLetters(outputs, line, 1);

            // when
            for (int round = 1; round <= 4; round++) {
                CommandRun run = plant.run("dead-letters", "redrive", "--line", line, "--execute");
                assertThat(run.out()).as(run.err()).contains("1 record put back");
                awaitLetters(outputs, line, round + 1);
            }

            // then
            List<ConsumerRecord<byte[], byte[]>> letters = lettersOf(outputs.lookToTheEnd(), line);
            assertThat(letters).hasSize(5).allSatisfy(letter -> {
                assertThat(letter.value()).isEqualTo(broken);
                assertThat(letter.headers().lastHeader(TRACE.key())).isEqualTo(TRACE);
                assertThat(letter.headers().lastHeader(ORIGIN.key())).isEqualTo(ORIGIN);
            });
            assertThat(letters.subList(1, 5)).extracting(DeadLettersIT::sizeOfHeaders).containsOnly(
                    sizeOfHeaders(letters.get(1)));
            assertThat(letters.subList(1, 5)).extracting(letter -> text(letter, "andon.redrives"))
                    .containsExactly("1", "2", "3", "4");
            List<String> listed = plant.run("dead-letters", "list", "--line", line).out().lines().toList();
            assertThat(listed).hasSize(6);
            assertThat(listed.subList(1, 5)).allSatisfy(row -> assertThat(row).contains("redriven to"));
            assertThat(listed.getLast()).contains("open").contains("not with 0");
        }
    }

    @Test
    void everySelectionIsChecked(Plant plant) {
        assertThat(plant.run("dead-letters", "redrive").err()).contains("--all");
        assertThat(plant.run("dead-letters", "redrive", "0@1", "--all").exitCode()).isEqualTo(2);
        assertThat(plant.run("dead-letters", "redrive", "17").err()).contains("partition@offset");
        assertThat(plant.run("dead-letters", "show", "1@999999").err()).contains("no letter at 1@999999");
        assertThat(plant.run("dead-letters", "list", "--line", "nobody").out()).contains("no dead letters");
    }

    private static void awaitLetters(Outputs outputs, String line, int count) {
        await().until(() -> lettersOf(outputs.look(), line).size() >= count);
    }

    /** Without the markers that redrives leave. */
    private static List<ConsumerRecord<byte[], byte[]>> lettersOf(Outputs outputs, String line) {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>(outputs.deadLettersOf(line));
        letters.removeIf(record -> record.headers().lastHeader("__streams.errors.exception") == null);
        return letters;
    }

    private static String place(ConsumerRecord<byte[], byte[]> letter) {
        return letter.partition() + "@" + letter.offset();
    }

    /** But for the offset, whose number of digits says nothing. */
    private static int sizeOfHeaders(ConsumerRecord<byte[], byte[]> letter) {
        return StreamSupport.stream(letter.headers().spliterator(), false)
                .filter(header -> !header.key().equals("__streams.errors.offset"))
                .mapToInt(header -> header.key().length() + header.value().length).sum();
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
