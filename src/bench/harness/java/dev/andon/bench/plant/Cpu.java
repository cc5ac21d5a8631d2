package dev.andon.bench.plant;

import java.time.Duration;

/** The processor time that a process has used. */
public final class Cpu {

    private Cpu() {}

    /** Of all threads of a process of this user, since it started; zero where the system does not say. */
    public static Duration of(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }
}
