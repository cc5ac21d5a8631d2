package dev.andon.vlm;

import java.util.List;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;
import dev.andon.core.sampling.Label;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Question;
import dev.andon.core.sampling.Result;

/** Questions of tests. */
final class Questions {

    static final Labels LABELS = new Labels(List.of(new Label("ok", Result.OK, "nothing is missing"),
            new Label("missing_hole", Result.NOT_OK, "fewer than four holes"), new Label("傷あり", Result.NOT_OK, "")));

    static final LineId LINE = new LineId("line-1");

    static final FrameId FRAME = new FrameId("frame-1");

    private Questions() {}

    static Question question() {
        return question(1.0, new byte[]{1, 2, 3, 4});
    }

    static Question question(double temperature, byte[] image) {
        return new Question(LINE, FRAME, "some-model", "How many holes has the \"bracket\"?", LABELS, "ja", temperature,
                200,
                ImageBytes.of(image), "image/jpeg");
    }
}
