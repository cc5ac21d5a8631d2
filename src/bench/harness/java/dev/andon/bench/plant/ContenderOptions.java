package dev.andon.bench.plant;

import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which contenders are measured. One thread. */
public final class ContenderOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--contenders", split = ",", paramLabel = "NAME", description = "Only these; an unknown name lists them.")
    private List<String> contenders = List.of();

    /** Of the contenders of a measurement those that are wanted. */
    public List<Contender> wanted(List<Contender> all) {
        return Picked.of(all, Contender::title, contenders, "--contenders", command);
    }
}
