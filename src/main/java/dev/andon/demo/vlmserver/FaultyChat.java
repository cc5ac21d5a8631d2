package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.andon.demo.vlmserver.Outcome.Answered;

/** The endpoint for chat completions, with the faults that were ordered. Any thread; blocks. */
final class FaultyChat {

    private static final Answered NOTHING = new Answered(200, Payload.json(new byte[0]), Map.of());

    private final ChatEndpoint chat;
    private final Faults faults;
    private final InstantSource clock;

    FaultyChat(ChatEndpoint chat, Faults faults, InstantSource clock) {
        this.chat = chat;
        this.faults = faults;
        this.clock = clock;
    }

    Outcome complete(JsonNode body) throws IOException, InterruptedException {
        return switch (faults.next().orElse(null)) {
            case null -> chat.complete(body, null);
            case Fault.Refused _ -> new Outcome.Dropped();
            case Fault.Failing fault -> failing(fault);
            case Transfer fault when fault.atStart() -> new Outcome.Disturbed(NOTHING, fault);
            case Transfer fault -> new Outcome.Disturbed(chat.complete(body, null), fault);
            case Garbage garbage -> spoilt(chat.complete(body, null), garbage);
            case Speech speech -> chat.complete(body, speech);
        };
    }

    private Answered failing(Fault.Failing fault) {
        return fault.pause() == null
                ? Outcome.refused(fault.error())
                : Outcome.refused(fault.error(), retryAfter(fault.pause()));
    }

    private String retryAfter(Fault.Pause pause) {
        return pause.asDate()
                ? DateTimeFormatter.RFC_1123_DATE_TIME
                        .format(clock.instant().plusSeconds(pause.seconds()).atZone(ZoneOffset.UTC))
                : Integer.toString(pause.seconds());
    }

    /** Errors stay as they are. */
    private static Answered spoilt(Answered right, Garbage garbage) throws IOException {
        return right.status() == 200
                ? new Answered(200, garbage.inPlaceOf(right.body().bytes()), right.headers())
                : right;
    }
}
