package dev.andon.ingest.http;

import java.io.IOException;
import java.util.List;

import dev.andon.ingest.trigger.Receipt;
import dev.andon.ingest.trigger.Triggers;
import jakarta.servlet.http.HttpServletRequest;

/** Takes triggers, each within its request. Any thread. */
final class TriggerDesk {

    /** A trigger with every text at its longest, escaped. */
    private static final long MOST = 16 << 10;

    private final Entrance entrance;
    private final Triggers triggers;

    TriggerDesk(Entrance entrance, Triggers triggers) {
        this.entrance = entrance;
        this.triggers = triggers;
    }

    /** Takes the trigger of a request, or refuses it. */
    Answer take(HttpServletRequest request) throws IOException {
        return entrance.let(request, MOST,
                body -> take(new Body(body, request.getContentLengthLong(), MOST, "send one trigger at a time")));
    }

    private Answer take(Body body) throws Refused {
        return switch (triggers.hear(body.read(), null)) {
            case Receipt.Taken taken -> Answer.triggered(taken);
            case Receipt.NoSuchCamera none -> throw new Refused(Answer.problem(404, none.problem()));
            case Receipt.Malformed(List<String> problems) -> throw new Refused(Answer.problems(400, problems));
        };
    }
}
