package dev.andon.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Gives a reader damaged examples and fails where it throws, hangs, allocates without bound, or keeps what it was given.
 * Immutable.
 *
 * <p>System properties: {@code andon.fuzz.inputs}, how many; {@code andon.fuzz.seed}; {@code andon.fuzz.index}, only this
 * one.
 */
public final class Fuzzer {

    private static final int INPUTS = Integer.getInteger("andon.fuzz.inputs", 2_000);
    private static final long SEED = Long.getLong("andon.fuzz.seed", 1);
    private static final int ONLY = Integer.getInteger("andon.fuzz.index", -1);

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long MOST_GROWTH = 16 << 20;
    private static final long MOST_ALLOCATED = 64 << 20;

    private final String name;
    private final Mutator mutator;
    private final long mostAllocated;

    private Fuzzer(String name, Mutator mutator, long mostAllocated) {
        this.name = name;
        this.mutator = mutator;
        this.mostAllocated = mostAllocated;
    }

    /**
     * A fuzzer of bytes.
     *
     * @param name       of what reads, in the report; the inputs depend on it
     * @param examples   that are valid
     * @param dictionary of texts with a meaning to the reader
     */
    public static Fuzzer of(String name, List<byte[]> examples, String... dictionary) {
        return new Fuzzer(name, new Mutator(examples, List.of(dictionary)), MOST_ALLOCATED);
    }

    /** A fuzzer of texts. */
    public static Fuzzer ofTexts(String name, List<String> examples, String... dictionary) {
        return of(name, examples.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(), dictionary);
    }

    /** One that allows a single input so many allocated bytes, garbage included. */
    public Fuzzer allocatingAtMost(long bytes) {
        return new Fuzzer(name, mutator, bytes);
    }

    /**
     * Gives a reader its inputs.
     *
     * @param reader whether it understood the input; throws only what is a bug, and asserts that what it got makes sense
     * @throws AssertionError that says how to repeat the one input
     */
    public void run(Predicate<byte[]> reader) {
        Feeding feeding = new Feeding(this::input, reader, ONLY < 0 ? 0 : ONLY, ONLY < 0 ? INPUTS : ONLY + 1);
        Thread worker = Thread.ofPlatform().daemon().name("fuzz-" + name).start(feeding);
        while (worker.isAlive()) {
            awaitAWhile(worker);
            if (feeding.nanosOfCurrent() > LONGEST_NANOS) {
                throw failure(feeding.current(), "does not end, it is at " + Arrays.toString(worker.getStackTrace()),
                        null);
            }
        }
        check(feeding);
        System.out.println("fuzz " + name + ": " + feeding);
    }

    /** The same for texts, malformed bytes replaced. */
    public void runTexts(Predicate<String> reader) {
        run(bytes -> reader.test(new String(bytes, StandardCharsets.UTF_8)));
    }

    private void check(Feeding feeding) {
        Throwable thrown = feeding.thrown();
        if (thrown != null) {
            throw failure(feeding.current(), "threw " + thrown, thrown);
        }
        if (feeding.mostAllocated() > mostAllocated) {
            throw failure(feeding.mostAllocatedAt(), "allocated " + feeding.mostAllocated() + " bytes, at most "
                    + mostAllocated + " are expected", null);
        }
        if (ONLY < 0 && (feeding.understood() == 0 || feeding.understood() == INPUTS)) {
            throw new AssertionError(name + " understands " + feeding.understood() + " of " + INPUTS
                    + " inputs: they say nothing about it");
        }
        if (feeding.heapGrowth() > MOST_GROWTH) {
            throw new AssertionError(
                    name + " keeps what it reads: the heap grew by " + feeding.heapGrowth() + " bytes");
        }
    }

    private AssertionError failure(int index, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        String input = java.util.Base64.getEncoder().encodeToString(input(index));
        return new AssertionError(String.format(Locale.ROOT, "%s, input %d of seed %d: %s%n"
                + "repeat: -Dandon.fuzz.seed=%d -Dandon.fuzz.index=%d%ninput in base64: %s", name, index, SEED, what,
                SEED,
                index, input), cause);
    }

    private byte[] input(int index) {
        return mutator
                .next(new SplittableRandom(SEED * 0x9e37_79b9_7f4a_7c15L + ((long) name.hashCode() << 32) + index));
    }

    private static void awaitAWhile(Thread worker) {
        try {
            worker.join(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
