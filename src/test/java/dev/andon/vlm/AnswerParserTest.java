package dev.andon.vlm;

import java.util.stream.Stream;

import dev.andon.core.sampling.Answer;
import dev.andon.core.sampling.Reply.Cause;
import dev.andon.vlm.Completion.Choice;
import dev.andon.vlm.ParsedAnswer.Parsed;
import dev.andon.vlm.ParsedAnswer.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AnswerParserTest {

    static Stream<Arguments> readable() {
        return Stream.of(
                arguments("{\"answer\":\"ok\",\"caption\":\"c\"}", "ok", "c"),
                arguments("  \n{\"caption\":\"c\",\"answer\":\"ok\"}\n", "ok", "c"),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\",\"confidence\":0.9}", "ok", "c"),
                arguments("{\"Answer\":\" OK \",\"Caption\":\"  c \"}", "ok", "c"),
                arguments("{\"answer\":\"Missing_Hole\",\"caption\":\"c\"}", "missing_hole", "c"),
                arguments("{\"answer\":\"傷あり\",\"caption\":\"右上に傷があります。\"}", "傷あり", "右上に傷があります。"),
                arguments("{\"answer\":\"UNSURE\",\"caption\":\"c\"}", "unsure", "c"),
                arguments("{\"answer\":\"unexpected\",\"caption\":\"c\"}", "unexpected", "c"),
                arguments("```json\n{\"answer\":\"ok\",\"caption\":\"c\"}\n```", "ok", "c"),
                arguments("```\n{\"answer\":\"ok\",\"caption\":\"c\"}\n```\nDone.", "ok", "c"),
                arguments("Sure! Here it is: {\"answer\":\"ok\",\"caption\":\"c\"} Hope that helps.", "ok", "c"),
                arguments("Of the set {ok, bad}: {\"answer\":\"ok\",\"caption\":\"c\"} {end", "ok", "c"),
                arguments("[{\"answer\":\"ok\",\"caption\":\"c\"}]", "ok", "c"),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\",}", "ok", "c"),
                arguments("{'answer': 'ok', 'caption': 'c'}", "ok", "c"),
                arguments("x {\"answer\":\"ok\",\"caption\":\"two\nlines\"}", "ok", "two\nlines"),
                arguments("{\"answer\":\"ok\",\"caption\":\"a { nested } brace and \\\"quotes\\\" {\"}", "ok",
                        "a { nested } brace and \"quotes\" {"),
                arguments("I see {\"answer\":\"ok\",\"caption\":\"a } { brace\"}", "ok", "a } { brace"),
                arguments("{\"thought\":\"hm\"} {\"answer\":\"ok\",\"caption\":\"c\"}", "ok", "c"),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\"}\n{\"answer\":\"ok\",\"caption\":\"c\"}", "ok", "c"),
                arguments("<think>{\"answer\":\"missing_hole\",\"caption\":\"x\"} or not</think>"
                        + "{\"answer\":\"ok\",\"caption\":\"c\"}", "ok", "c"),
                arguments("maybe {\"answer\":\"unsure\"} </think>\n\n```json\n{\"answer\":\"ok\",\"caption\":\"c\"}```",
                        "ok", "c"),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\"}<think>is it", "ok", "c"),
                arguments("{\"answer\":\"ok\",\"caption\":\"a sign says </think>\"}", "ok", "a sign says </think>"),
                arguments("{\"answer\":\"ok\",\"caption\":\"whole \\ud83d\\udd29\"}", "ok", "whole 🔩"),
                arguments("\ufeff{\"answer\":\"ok\",\"caption\":\"c\"}", "ok", "c"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsEveryShapeThatSaysOneThing(String content, String answer, String caption) {
        assertThat(AnswerParser.parse(choice(content, "", "stop"), Questions.LABELS))
                .isEqualTo(new Parsed(new Answer(answer), caption));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments("", Cause.UNPARSEABLE),
                arguments("ok", Cause.UNPARSEABLE),
                arguments("The part is ok.", Cause.UNPARSEABLE),
                arguments("\"ok\"", Cause.UNPARSEABLE),
                arguments("null", Cause.UNPARSEABLE),
                arguments("{}", Cause.UNPARSEABLE),
                arguments("{\"label\":\"ok\",\"caption\":\"c\"}", Cause.UNPARSEABLE),
                arguments("{\"result\":{\"answer\":\"ok\",\"caption\":\"c\"}}", Cause.UNPARSEABLE),
                arguments("{\"answer\":1,\"caption\":\"c\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":[\"ok\"],\"caption\":\"c\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"answer\":\"missing_hole\",\"caption\":\"c\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"Answer\":\"missing_hole\",\"caption\":\"c\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\" \"ok\"}", Cause.UNPARSEABLE),
                arguments("{\"oops\": x, \"y\": {\"answer\":\"ok\",\"caption\":\"c\"}}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\"} or {\"answer\":\"missing_hole\",\"caption\":\"c\"}",
                        Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\"} {\"answer\":\"ok\",\"caption\":\"d\"}",
                        Cause.UNPARSEABLE),
                arguments("<think>{\"answer\":\"ok\",\"caption\":\"c\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"okay\",\"caption\":\"c\"}", Cause.UNKNOWN_LABEL),
                arguments("{\"answer\":\"ok|missing_hole\",\"caption\":\"c\"}", Cause.UNKNOWN_LABEL),
                arguments("{\"answer\":\"\",\"caption\":\"c\"}", Cause.UNKNOWN_LABEL),
                arguments("{\"answer\":\"missing hole\",\"caption\":\"c\"}", Cause.UNKNOWN_LABEL),
                arguments("{\"answer\":\"ok\"}", Cause.EMPTY_CAPTION),
                arguments("{\"answer\":\"ok\",\"caption\":\"\"}", Cause.EMPTY_CAPTION),
                arguments("{\"answer\":\"ok\",\"caption\":\" \\n\\u3000\"}", Cause.EMPTY_CAPTION),
                arguments("{\"answer\":\"ok\",\"caption\":null}", Cause.EMPTY_CAPTION),
                arguments("{\"answer\":\"ok\",\"caption\":[\"c\"]}", Cause.EMPTY_CAPTION),
                arguments("{\"answer\":\"ok\",\"caption\":\"half \\ud83d\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"caption\":\"\\udd29 half\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"caption\":\"lost \ufffd\"}", Cause.UNPARSEABLE),
                arguments("{\"answer\":\"ok\",\"caption\":\"the par", Cause.TRUNCATED),
                arguments("```json\n{\"answer\":\"o", Cause.TRUNCATED),
                arguments("{\"x\":{\"answer\":\"ok\",\"caption\":\"c\"},\"answ", Cause.TRUNCATED),
                arguments("{\"answer\":\"ok\",\"caption\":\"c\"} {\"answer\":\"mis", Cause.TRUNCATED));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void guessesNothing(String content, Cause cause) {
        assertThat(cause(choice(content, "", "stop"))).isEqualTo(cause);
    }

    @Test
    void takesACompleteObjectAlthoughTheTokenLimitCameAfterIt() {
        assertThat(AnswerParser.parse(choice(Bodies.OK + " and", "", "length"), Questions.LABELS))
                .isInstanceOf(Parsed.class);
    }

    @Test
    void callsAThoughtThatTheTokenLimitEndedTruncated() {
        assertThat(cause(choice("<think>first I look at", "", "length"))).isEqualTo(Cause.TRUNCATED);
        assertThat(cause(choice("", "first I look at", "length"))).isEqualTo(Cause.TRUNCATED);
    }

    @Test
    void takesReasoningOnlyWhereItIsTheObjectItself() {
        assertThat(AnswerParser.parse(choice("", Bodies.OK, "stop"), Questions.LABELS)).isInstanceOf(Parsed.class);
        assertThat(cause(choice("", "It might be " + Bodies.OK, "stop"))).isEqualTo(Cause.UNPARSEABLE);
        assertThat(cause(choice("no idea", Bodies.OK, "stop"))).isEqualTo(Cause.UNPARSEABLE);
    }

    @Test
    void takesNoAnswerFromWhoDeclines() {
        assertThat(cause(new Choice(Bodies.OK, "", "stop", true, false))).isEqualTo(Cause.REFUSED);
        assertThat(cause(choice("", "", "content_filter"))).isEqualTo(Cause.REFUSED);
    }

    static final java.util.List<String> FLOODS = java.util.List.of("{", "{x", "{\"a\":", "[{", "{}", "<think>", "{'",
            "\\",
            "{\"a\":1}");

    @ParameterizedTest
    @FieldSource("FLOODS")
    void readsAFloodOfBracesInLinearTime(String piece) {
        String flood = piece.repeat(200_000);
        assertThat(AnswerParser.parse(choice(flood, "", "stop"), Questions.LABELS)).isInstanceOf(Unusable.class);
    }

    private static Cause cause(Choice choice) {
        return ((Unusable) AnswerParser.parse(choice, Questions.LABELS)).cause();
    }

    private static Choice choice(String content, String reasoning, String finish) {
        return new Choice(content, reasoning, finish, false, false);
    }
}
