package dev.andon.avro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Sample;

/** Samples within inspections. */
final class SampleMapper {

    private SampleMapper() {}

    static List<Sample> toCore(List<dev.andon.schema.Sample> from) throws MalformedRecordException {
        List<Sample> samples = new ArrayList<>();
        for (dev.andon.schema.Sample sample : from) {
            String path = "samples[" + samples.size() + "].";
            samples.add(new Sample(sample.getIndex(), new Answer(Fields.required(path + "answer", sample.getAnswer())),
                    Fields.required(path + "caption", sample.getCaption()), sample.getSeed(),
                    Duration.ofMillis(sample.getLatencyMillis()), sample.getPromptTokens(),
                    sample.getCompletionTokens()));
        }
        return samples;
    }

    static List<dev.andon.schema.Sample> toAvro(List<Sample> from) {
        return from.stream().map(SampleMapper::toAvro).toList();
    }

    private static dev.andon.schema.Sample toAvro(Sample from) {
        return dev.andon.schema.Sample.newBuilder().setIndex(from.index()).setAnswer(from.answer().value())
                .setCaption(from.caption()).setSeed(from.seed()).setLatencyMillis(from.latency().toMillis())
                .setPromptTokens(from.promptTokens()).setCompletionTokens(from.completionTokens()).build();
    }
}
