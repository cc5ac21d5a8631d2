package dev.andon.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

import dev.andon.app.StopSignal;
import dev.andon.chaos.feed.Policies;
import dev.andon.chaos.schedule.Action;
import dev.andon.chaos.schedule.Plan;
import dev.andon.chaos.schedule.Step;

/** Has a plan carried out, each step at its time. One thread. */
final class Director {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Crew crew;
    private final Policies policies;
    private final Chronicle record;
    private final StopSignal stop;
    private final PrintStream news;
    private final SplittableRandom random;
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(
            Comparator.comparing(Due::at).thenComparingInt(Due::number));
    private int number;
    private int instances;

    Director(Crew crew, Policies policies, Chronicle record, StopSignal stop, PrintStream news, long seed,
            int instances) {
        this.crew = crew;
        this.policies = policies;
        this.record = record;
        this.stop = stop;
        this.news = news;
        this.random = new SplittableRandom(seed);
        this.instances = instances;
    }

    /** Something to be done at a time since the start; the number keeps the order of what is due together. */
    private record Due(Duration at, int number, Runnable work) {}

    /** Carries out the plan, or its beginning if somebody wants it to end. */
    void run(Plan plan) throws InterruptedException {
        plan.steps().forEach(step -> at(step.at(), () -> begin(step)));
        at(plan.length(), () -> record.disturbed(Instant.now()));
        long start = System.nanoTime();
        while (!agenda.isEmpty() && !stop.requested()) {
            Duration now = Duration.ofNanos(System.nanoTime() - start);
            Due next = agenda.element();
            if (next.at().compareTo(now) <= 0) {
                agenda.remove().work().run();
            } else {
                Duration left = next.at().minus(now);
                stop.await(left.compareTo(TICK) < 0 ? left : TICK);
                crew.supervise();
            }
        }
    }

    private void at(Duration time, Runnable work) {
        agenda.add(new Due(time, number++, work));
    }

    private void begin(Step step) {
        record.disturbed(Instant.now());
        record.acted(step.action().kind());
        news.println(String.format(Locale.ROOT, "%6.1f s  %s", step.at().toMillis() / 1000.0,
                step.action().describe()));
        act(step);
    }

    private void act(Step step) {
        switch (step.action()) {
            case Action.KillProcessor(int instance) -> {
                crew.killMeasured(instance, Outage.Kind.RESTART, step.undisturbed());
                crew.startProcessor(instance);
            }
            case Action.KillForTakeover(int instance, var _) -> {
                crew.killMeasured(instance, Outage.Kind.TAKEOVER, step.undisturbed());
                at(step.end(), () -> {
                    record.disturbed(Instant.now());
                    crew.startProcessor(instance);
                });
            }
            case Action.KillAndForget(int instance) -> {
                crew.killProcessor(instance, true);
                crew.startProcessor(instance);
            }
            case Action.KillTwoProcessors(int first, int second) -> {
                crew.killProcessor(first, false);
                crew.killProcessor(second, false);
                crew.startProcessor(first);
                crew.startProcessor(second);
            }
            case Action.StopProcessor(int instance, var _) -> {
                crew.stopProcessor(instance);
                at(step.end(), () -> crew.startProcessor(instance));
            }
            case Action.Scale(int wanted) -> scale(wanted);
            case Action.SuspendProcessor(int instance, Duration time) -> crew.suspendProcessor(instance, time);
            default -> surroundings(step);
        }
    }

    private void surroundings(Step step) {
        switch (step.action()) {
            case Action.KillBroker(int node, var _) -> {
                crew.killBroker(node);
                at(step.end(), () -> crew.startBroker(node));
            }
            case Action.RestartBroker(int node) -> {
                crew.stopBroker(node);
                crew.startBroker(node);
            }
            case Action.KillRegistry _ -> {
                crew.killRegistry();
                at(step.end(), crew::startRegistry);
            }
            case Action.StopRegistry _ -> {
                crew.stopRegistry();
                at(step.end(), crew::startRegistry);
            }
            case Action.ChangePolicy() -> policies.change(random);
            case Action.BreakVlm(String fault, double share, var _) -> {
                crew.breakVlm(fault, share);
                at(step.end(), crew::repairVlm);
            }
            case Action.KillVlm _ -> {
                crew.killVlm();
                at(step.end(), crew::startVlm);
            }
            default -> throw new IllegalStateException("nobody knows how to " + step.action().describe());
        }
    }

    private void scale(int wanted) {
        for (int index = instances; index < wanted; index++) {
            crew.startProcessor(index);
        }
        for (int index = wanted; index < instances; index++) {
            crew.stopProcessor(index);
        }
        instances = wanted;
    }
}
