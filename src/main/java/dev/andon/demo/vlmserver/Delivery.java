package dev.andon.demo.vlmserver;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

import com.sun.net.httpserver.HttpExchange;
import dev.andon.demo.vlmserver.Outcome.Answered;
import dev.andon.demo.vlmserver.Transfer.Stage;
import org.jspecify.annotations.Nullable;

/** Sends what became of a request, with the mishaps that were ordered. Any thread; blocks. */
final class Delivery {

    /** What was sent needs so long at most until it has arrived; a reset overtakes what has not. */
    private static final Duration ARRIVAL = Duration.ofMillis(50);

    private final @Nullable Gate gate;

    /** @param gate null where nothing can be done to connections */
    Delivery(@Nullable Gate gate) {
        this.gate = gate;
    }

    void deliver(HttpExchange exchange, Outcome outcome) throws IOException, InterruptedException {
        switch (outcome) {
            case Answered answer -> whole(exchange, answer);
            case Outcome.Disturbed(Answered answer, Transfer fault) -> disturbed(exchange, answer, fault);
            case Outcome.LastWord(Answered answer, Duration closedFor) -> {
                closeGate(exchange, closedFor);
                exchange.getResponseHeaders().set("Connection", "close");
                whole(exchange, answer);
            }
            case Outcome.Dropped() -> {
            }
        }
    }

    private void disturbed(HttpExchange exchange, Answered answer, Transfer fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case Transfer.Slow(Duration time) -> {
                Thread.sleep(time);
                whole(exchange, answer);
            }
            case Transfer.Drip(Duration time) -> drip(exchange, answer, time);
            case Transfer.Hang(Stage stage, Duration time) -> {
                begin(exchange, answer, stage);
                Thread.sleep(time);
            }
            case Transfer.Reset(Stage stage) -> {
                begin(exchange, answer, stage);
                Thread.sleep(ARRIVAL);
                reset(exchange);
            }
        }
    }

    private static void whole(HttpExchange exchange, Answered answer) throws IOException {
        answer.body().content().writeTo(headed(exchange, answer));
        exchange.getResponseBody().close();
    }

    private static void begin(HttpExchange exchange, Answered answer, Stage stage) throws IOException {
        if (stage == Stage.START) {
            return;
        }
        OutputStream out = headed(exchange, answer);
        if (stage == Stage.BODY) {
            byte[] body = answer.body().bytes();
            out.write(body, 0, body.length / 2);
        }
        out.flush();
    }

    private static void drip(HttpExchange exchange, Answered answer, Duration time)
            throws IOException, InterruptedException {
        OutputStream out = headed(exchange, answer);
        byte[] body = answer.body().bytes();
        for (byte drop : body) {
            out.write(drop);
            out.flush();
            Thread.sleep(time.dividedBy(body.length));
        }
    }

    private static OutputStream headed(HttpExchange exchange, Answered answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.body().type());
        exchange.getResponseHeaders().set("X-Andon-Simulation", "true");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length());
        return exchange.getResponseBody();
    }

    private void reset(HttpExchange exchange) throws IOException {
        if (gate != null) {
            gate.reset(exchange.getRemoteAddress());
        }
    }

    private void closeGate(HttpExchange exchange, Duration time) throws IOException {
        if (gate != null) {
            gate.closeFor(time, exchange.getRemoteAddress());
        }
    }
}
