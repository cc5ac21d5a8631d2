package dev.andon.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What will be up and whole at a time of the plan, as far as it is drawn. One thread. */
final class Situation {

    /** A broker that came back has to fetch what it missed before another one may go. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(20);

    private final Duration[] instanceBack;
    private int instances;
    private Duration brokersBack = Duration.ZERO;
    private Duration registryBack = Duration.ZERO;
    private Duration vlmBack = Duration.ZERO;

    Situation(Bounds bounds) {
        instanceBack = new Duration[bounds.mostInstances()];
        Arrays.fill(instanceBack, Duration.ZERO);
        instances = bounds.instances();
    }

    int instances() {
        return instances;
    }

    /** Instances that are up. */
    List<Integer> up(Duration at) {
        List<Integer> up = new ArrayList<>(IntStream.range(0, instances).boxed().toList());
        up.removeIf(instance -> instanceBack[instance].compareTo(at) > 0);
        return up;
    }

    boolean brokersWhole(Duration at) {
        return brokersBack.compareTo(at) <= 0;
    }

    boolean registryUp(Duration at) {
        return registryBack.compareTo(at) <= 0;
    }

    boolean vlmWhole(Duration at) {
        return vlmBack.compareTo(at) <= 0;
    }

    /** Whether nothing is broken. */
    boolean whole(Duration at) {
        return brokersWhole(at) && registryUp(at) && vlmWhole(at) && up(at).size() == instances;
    }

    /** Takes note of a step. */
    void after(Step step) {
        Duration end = step.end();
        switch (step.action()) {
            case Action.KillForTakeover(int instance, var _) -> instanceBack[instance] = end;
            case Action.StopProcessor(int instance, var _) -> instanceBack[instance] = end;
            case Action.SuspendProcessor(int instance, var _) -> instanceBack[instance] = end;
            case Action.Scale(int wanted) -> instances = wanted;
            case Action.KillBroker _,Action.RestartBroker _ -> brokersBack = end.plus(CATCHING_UP);
            case Action.KillRegistry _,Action.StopRegistry _ -> registryBack = end;
            case Action.BreakVlm _,Action.KillVlm _ -> vlmBack = end;
            case Action.KillProcessor _,Action.KillAndForget _,Action.KillTwoProcessors _,Action.ChangePolicy _ -> {
            }
        }
    }
}
