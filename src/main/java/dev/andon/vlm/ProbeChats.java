package dev.andon.vlm;

import java.util.List;

import dev.andon.config.VlmConfig.StructuredOutput;
import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Result;
import dev.andon.http.Subject;

/**
 * The requests of a probe, all about one picture.
 *
 * @param model the model to ask
 * @param image the picture
 */
record ProbeChats(String model, ImageBytes image) {

    static final Labels LABELS = new Labels(List.of(new Label("shapes", Result.OK, "the picture shows flat shapes"),
            new Label("photograph", Result.NOT_OK, "the picture is a photograph of real things")));

    /** What its calls are about. */
    static final Subject SUBJECT = new Subject(new LineId("probe"), new FrameId("probe"));

    private static final int MAX_TOKENS = 200;
    private static final int SEED = 11;

    /** As a frame would be asked about, the form by the prompt alone. */
    Chat plain(long seed) {
        return form(seed, 1, StructuredOutput.NONE, false);
    }

    Chat several(int choices) {
        return form(SEED, choices, StructuredOutput.NONE, false);
    }

    Chat withLogprobs() {
        return form(SEED, 1, StructuredOutput.NONE, true);
    }

    /** Asks for no form at all, so that only the schema can bring about JSON. */
    Chat withSchemaAlone() {
        return new Chat(model, "", "Describe the picture.", image, ProbeImage.CONTENT_TYPE, 1.0, MAX_TOKENS, SEED, 1,
                StructuredOutput.JSON_SCHEMA, LABELS.answers(), false);
    }

    private Chat form(long seed, int choices, StructuredOutput output, boolean logprobs) {
        Question question = new Question(SUBJECT.line(), SUBJECT.frame(), model,
                "What does the picture show?", LABELS, "en", 1.0, MAX_TOKENS, image,
                ProbeImage.CONTENT_TYPE);
        return new Chat(model, Instructions.of(question), question.prompt(), image, ProbeImage.CONTENT_TYPE, 1.0,
                MAX_TOKENS, seed, choices, output, LABELS.answers(), logprobs);
    }
}
