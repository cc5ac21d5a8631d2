package dev.andon.images;

/** An image that fails a check; never leaves this package. Carries no stack trace: it is an expected outcome. */
final class Unusable extends Exception {

    private final String detail;

    /** @param detail what is wrong, with which value, as one sentence for people */
    Unusable(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
