package dev.andon.core.uncertainty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Result;
import dev.andon.core.sampling.Sample;

/** Samples without the parts that no measure looks at. */
final class TestSamples {

    static final Labels LABELS = new Labels(List.of(new Label("ok", Result.OK, ""),
            new Label("bent", Result.NOT_OK, ""), new Label("missing_hole", Result.NOT_OK, "")));

    private TestSamples() {}

    static List<Sample> answers(String... answers) {
        List<Sample> samples = new ArrayList<>();
        for (String answer : answers) {
            samples.add(sample(samples.size(), answer, "A bracket."));
        }
        return samples;
    }

    static List<Sample> captions(List<String> captions) {
        List<Sample> samples = new ArrayList<>();
        captions.forEach(caption -> samples.add(sample(samples.size(), "ok", caption)));
        return samples;
    }

    static Sample sample(int index, String answer, String caption) {
        return new Sample(index, new Answer(answer), caption, index, Duration.ZERO, 0, 0);
    }
}
