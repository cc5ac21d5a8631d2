package dev.andon.bench.plant;

import java.util.List;
import java.util.function.Function;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Picks what an option names. */
public final class Picked {

    private Picked() {}

    /**
     * Those that are wanted, in their own order; all where none is named.
     *
     * @param option in messages
     * @throws ParameterException if one is wanted that is not there
     */
    public static <T> List<T> of(List<T> all, Function<T, String> name, List<String> wanted, String option,
            CommandSpec command) {
        List<String> names = all.stream().map(name).toList();
        List<String> unknown = wanted.stream().filter(one -> !names.contains(one)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(command.commandLine(), option + " names " + unknown + ": choose from "
                    + String.join(", ", names));
        }
        return all.stream().filter(one -> wanted.isEmpty() || wanted.contains(name.apply(one))).toList();
    }
}
