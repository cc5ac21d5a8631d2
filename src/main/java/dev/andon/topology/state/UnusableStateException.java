package dev.andon.topology.state;

/** State that is damaged, or was written by a version of this program that is not known here. Says what to do. */
public final class UnusableStateException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    UnusableStateException(String advice, Throwable cause) {
        super(advice, cause);
        this.advice = advice;
    }

    /** Of state that cannot have been written like this. */
    static UnusableStateException damaged(Exception cause) {
        return new UnusableStateException("the state directory or its changelog is damaged (" + cause.getMessage()
                + "): delete the state directory; where that does not help, the changelog holds the damage", cause);
    }

    /** What is wrong, and what to do. */
    public String advice() {
        return advice;
    }
}
