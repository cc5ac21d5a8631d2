package dev.andon.demo.vlmserver;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.andon.demo.vlmserver.Completion.Choice;
import org.jspecify.annotations.Nullable;

/** The protocol is kept, but what the model says is no good. */
sealed interface Speech extends Fault {

    /** What comes in place of the right choices. */
    List<Choice> inPlaceOf(List<Choice> right);

    /**
     * Every choice says this.
     *
     * @param content   may be empty
     * @param reasoning leaked beside it; null for none
     */
    record Saying(String content, @Nullable String reasoning) implements Speech {
        @Override
        public List<Choice> inPlaceOf(List<Choice> right) {
            return right.stream().map(choice -> Choice.saying(content).with(reasoning)).toList();
        }
    }

    /** The seed counts for nothing: all answers about an image are the same. */
    record Identical() implements Speech {

        /** In place of the wanted one. */
        static final long SEED = 7;

        @Override
        public List<Choice> inPlaceOf(List<Choice> right) {
            return right;
        }
    }

    /** A list without choices. */
    record NoChoices() implements Speech {
        @Override
        public List<Choice> inPlaceOf(List<Choice> right) {
            return List.of();
        }
    }

    /** One choice, whatever {@code n} is. */
    record FewerChoices() implements Speech {
        @Override
        public List<Choice> inPlaceOf(List<Choice> right) {
            return right.subList(0, 1);
        }
    }

    /** A habit that spoils each choice. */
    enum Habit implements Speech {
        /** Filtered: no content, and the reason for the end says why. */
        CONTENT_FILTER(choice -> Choice.saying("").endingWith("content_filter")),
        /** Declined: the protocol's own field carries the apology. */
        REFUSAL(choice -> Choice.refusing("I'm sorry, but I can't help with that.")),
        /** Reasoning inside the content, in tags, before the right answer. */
        THINK_TAGS(choice -> Choice.saying(THOUGHT + "</think>\n\n" + choice.content())),
        /** Reasoning inside the content until the token limit. */
        ENDLESS_THOUGHT(choice -> Choice.saying(THOUGHT).endingWith("length")),
        /** Reasoning set apart, and no content. */
        REASONING_ONLY(choice -> Choice.saying("").with("I see a part. It looks as it should. Or does it?")),
        /** JSON with other fields than those that were asked for. */
        WRONG_SCHEMA(choice -> Choice.saying("{\"verdict\": {\"good\": true}, \"confidence\": 0.97}")),
        /** An answer that no question allows. */
        UNKNOWN_LABEL(choice -> Choice.saying("{\"answer\": \"splendid\", \"caption\": \"A splendid part.\"}")),
        /** The right answer, cut off by the token limit in the middle. */
        CUT_OFF(choice -> Choice.saying(firstHalf(choice.content())).endingWith("length"));

        @SuppressWarnings("ImmutableEnumChecker") // every one of them is a function without state
        private final UnaryOperator<Choice> spoilt;

        Habit(UnaryOperator<Choice> spoilt) {
            this.spoilt = spoilt;
        }

        @Override
        public List<Choice> inPlaceOf(List<Choice> right) {
            return right.stream().map(spoilt).toList();
        }

        private static String firstHalf(String text) {
            return text.substring(0, text.length() / 2);
        }
    }

    /** Thinking aloud, with an answer in it that is not meant. */
    String THOUGHT = "<think>Is it {\"answer\": \"unsure\", \"caption\": \"Hard to say.\"}? Let me look again. ";
}
