package dev.andon.topology.state;

/**
 * What was spent on the model.
 *
 * @param calls  samples asked for
 * @param tokens of prompts and answers
 */
public record Spent(long calls, long tokens) {

    public static final Spent NOTHING = new Spent(0, 0);

    public Spent plus(Spent more) {
        return new Spent(calls + more.calls, tokens + more.tokens);
    }
}
