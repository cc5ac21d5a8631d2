package dev.andon.core.sampling;

import dev.andon.core.frame.FrameId;
import dev.andon.core.frame.ImageBytes;
import dev.andon.core.frame.LineId;

/**
 * What a model is asked about one frame: the same for each of its samples.
 *
 * @param line            whose calls these are
 * @param frame           what they are about, unique within its line
 * @param model           name of the model at the server
 * @param prompt          the recipe's text; the static part, sent before the image
 * @param labels          the allowed answers
 * @param captionLanguage BCP 47 tag, for instance {@code en}
 * @param temperature     above 0
 * @param maxTokens       per sample
 * @param image           the same bytes for each sample
 * @param contentType     media type of the image, as detected from the bytes
 */
public record Question(
        LineId line,
        FrameId frame,
        String model,
        String prompt,
        Labels labels,
        String captionLanguage,
        double temperature,
        int maxTokens,
        ImageBytes image,
        String contentType) {}
