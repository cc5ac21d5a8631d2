package dev.andon.images;

/** An image that fails a check; never leaves these packages. Carries no stack trace: it is an expected outcome. */
public final class Unusable extends Exception {

    private final String detail;

    /** @param detail what is wrong, with which value, as one sentence for people */
    public Unusable(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
