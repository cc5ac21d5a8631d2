package dev.andon.vlm;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Labels;
import dev.andon.core.sampling.Reply.Cause;
import dev.andon.http.Shortened;
import dev.andon.vlm.Completion.Choice;
import dev.andon.vlm.ParsedAnswer.Parsed;
import dev.andon.vlm.ParsedAnswer.Unusable;

/**
 * Reads answer and caption out of what a model wrote: tolerant of the form, never guessing the content.
 *
 * <p>The whole text as JSON comes first; then the objects inside it, reasoning removed. Exactly one of them may hold an
 * answer (repetitions of the same aside). Reasoning that the server set apart counts only where it is the JSON object
 * itself and there is no other text: some servers put everything there. An answer that the token limit cut off counts
 * where its object is complete. A caption that lost characters on its way is no caption.
 */
final class AnswerParser {

    private static final int SHOWN = 60;
    private static final int REPLACEMENT = 0xfffd;

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private AnswerParser() {}

    static ParsedAnswer parse(Choice choice, Labels labels) {
        if (choice.declined()) {
            return new Unusable(Cause.REFUSED, "the model or a content filter declined to answer");
        }
        String text = choice.content().isBlank() ? choice.reasoning() : choice.content();
        Optional<JsonNode> whole = strictly(text);
        if (whole.isPresent()) {
            return answer(whole.get(), labels);
        }
        return choice.content().isBlank() ? nothing(choice) : tolerantly(choice, labels);
    }

    private static Optional<JsonNode> strictly(String text) {
        try {
            return Optional.of(STRICT.readTree(text))
                    .filter(node -> node.isObject() && field(node, "answer").isPresent());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ParsedAnswer tolerantly(Choice choice, Labels labels) {
        JsonObjects found = JsonObjects.in(Reasoning.removedFrom(choice.content()));
        List<JsonNode> answers = found.objects().stream().filter(node -> field(node, "answer").isPresent()).distinct()
                .toList();
        return switch (found.rest()) {
            case CUT_OFF -> new Unusable(Cause.TRUNCATED, "the JSON object breaks off");
            case MALFORMED -> new Unusable(Cause.UNPARSEABLE, "what looks like the JSON object is none");
            case CLEAN -> switch (answers.size()) {
                case 0 -> nothing(choice);
                case 1 -> answer(answers.getFirst(), labels);
                default -> new Unusable(Cause.UNPARSEABLE, answers.size() + " different JSON objects hold an answer");
            };
        };
    }

    private static Unusable nothing(Choice choice) {
        return choice.cutOff()
                ? new Unusable(Cause.TRUNCATED, "the token limit was reached before the JSON object")
                : new Unusable(Cause.UNPARSEABLE, "no JSON object with an answer");
    }

    private static ParsedAnswer answer(JsonNode object, Labels labels) {
        JsonNode named = field(object, "answer").orElseThrow();
        if (!named.isTextual()) {
            return new Unusable(Cause.UNPARSEABLE, "the answer is no text");
        }
        Optional<Answer> answer = labels.parse(named.textValue());
        if (answer.isEmpty()) {
            return new Unusable(Cause.UNKNOWN_LABEL,
                    "'" + Shortened.of(named.textValue(), SHOWN) + "' is none of the recipe's answers");
        }
        String caption = field(object, "caption").filter(JsonNode::isTextual).map(JsonNode::textValue).orElse("");
        if (caption.isBlank()) {
            return new Unusable(Cause.EMPTY_CAPTION, "no caption");
        }
        return isDamaged(caption)
                ? new Unusable(Cause.UNPARSEABLE, "the caption is damaged: the server sent bytes that are no UTF-8")
                : new Parsed(answer.get(), caption.strip());
    }

    /** The field of that name, case ignored; empty where two names differ only by case. */
    private static Optional<JsonNode> field(JsonNode object, String name) {
        List<String> names = object.propertyStream().map(property -> property.getKey())
                .filter(key -> key.strip().toLowerCase(Locale.ROOT).equals(name)).toList();
        return names.size() == 1 ? Optional.of(object.get(names.getFirst())) : Optional.empty();
    }

    /**
     * Whether parts of the text are lost: replaced when it was decoded, or half surrogates, which no UTF-8 can carry.
     * Captions that lost what sets them apart would look more alike than they are.
     */
    private static boolean isDamaged(String text) {
        return text.codePoints().anyMatch(
                point -> point == REPLACEMENT || Character.getType(point) == Character.SURROGATE);
    }
}
