package dev.andon.bench.plant;

import java.util.List;

import picocli.CommandLine.Option;

/** Which contenders are measured. One thread. */
public final class ContenderOptions {

    @Option(names = "--contenders", split = ",", paramLabel = "NAME", description = "Only these of: bare, andon, deciding, not-hedging, map-values, joined, parallel, flink-100, flink-1000.")
    private List<String> contenders = List.of();

    /** Of some contenders those that are wanted. */
    public List<Contender> wanted(List<Contender> some) {
        return some.stream().filter(contender -> contenders.isEmpty() || contenders.contains(contender.title()))
                .toList();
    }
}
