package dev.andon.ingest.http;

/** Ends the work on a request with an answer. */
final class Refused extends Exception {

    private final transient Answer answer;

    Refused(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
