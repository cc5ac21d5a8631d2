package dev.andon.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages examples: the same random numbers give the same damage. Immutable. */
final class Mutator {

    /** Bytes of the largest input: repetitions would double it without end. */
    private static final int LONGEST = 1 << 16;

    private static final long[] EDGES = {0, 1, -1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 65_500, 0x7fff_ffff,
        0x8000_0000L, 0xffff_ffffL, 0x7fff_fff7, Long.MAX_VALUE, Long.MIN_VALUE};

    private final List<byte[]> examples;
    private final List<byte[]> tokens;

    Mutator(List<byte[]> examples, List<String> dictionary) {
        this.examples = List.copyOf(examples);
        this.tokens = dictionary.stream().map(token -> token.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** An example with one to eight damages. */
    byte[] next(RandomGenerator random) {
        byte[] input = any(examples, random);
        for (int left = 1 + random.nextInt(1 + random.nextInt(8)); left > 0; left--) {
            byte[] damaged = damage(input, random);
            input = damaged.length > LONGEST ? Arrays.copyOf(damaged, LONGEST) : damaged;
        }
        return input;
    }

    private byte[] damage(byte[] input, RandomGenerator random) {
        int at = random.nextInt(input.length + 1);
        int length = Math.min(input.length - at, 1 + random.nextInt(1 + random.nextInt(64)));
        return switch (random.nextInt(11)) {
            case 0, 1 -> flipped(input, random);
            case 2 -> replaced(input, at, length, new byte[0]);
            case 3 -> Arrays.copyOf(input, at);
            case 4 -> replaced(input, at, length, bytes(length, random));
            case 5 -> spliced(input, at, any(examples, random), random);
            case 6 -> numbered(input, random);
            case 7 -> tokens.isEmpty() ? flipped(input, random) : replaced(input, at, 0, any(tokens, random));
            case 8 -> tokens.isEmpty() ? input : replaced(input, at, length, any(tokens, random));
            case 9 -> replaced(input, at, 0, repeated(Arrays.copyOfRange(input, at, at + length), random));
            default -> digits(input, at, random);
        };
    }

    private static byte[] flipped(byte[] input, RandomGenerator random) {
        byte[] flipped = input.clone();
        for (int i = random.nextInt(4); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** The beginning of one and the end of another. */
    private static byte[] spliced(byte[] input, int at, byte[] other, RandomGenerator random) {
        int from = random.nextInt(other.length + 1);
        return replaced(input, at, input.length - at, Arrays.copyOfRange(other, from, other.length));
    }

    /** Another number where perhaps a length stands: of one to eight bytes, in either order. */
    private static byte[] numbered(byte[] input, RandomGenerator random) {
        int width = 1 << random.nextInt(4);
        if (input.length < width) {
            return input;
        }
        long edge = EDGES[random.nextInt(EDGES.length)] + random.nextInt(-1, 2);
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        boolean big = random.nextBoolean();
        number.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).putLong(edge);
        byte[] all = number.array();
        byte[] part = big ? Arrays.copyOfRange(all, Long.BYTES - width, Long.BYTES) : Arrays.copyOf(all, width);
        return replaced(input, random.nextInt(input.length - width + 1), width, part);
    }

    /** Another number in digits. */
    private static byte[] digits(byte[] input, int at, RandomGenerator random) {
        String text = Long.toString(EDGES[random.nextInt(EDGES.length)]) + (random.nextInt(4) == 0 ? "e999" : "");
        int digits = 0;
        while (at + digits < input.length && Character.isDigit(input[at + digits])) {
            digits++;
        }
        return replaced(input, at, digits, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] repeated(byte[] part, RandomGenerator random) {
        int times = 1 << random.nextInt(12);
        ByteBuffer all = ByteBuffer.allocate(part.length * Math.min(times, LONGEST / Math.max(1, part.length)));
        while (all.remaining() >= part.length && part.length > 0) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] bytes(int length, RandomGenerator random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] replaced(byte[] input, int at, int length, byte[] by) {
        return ByteBuffer.allocate(input.length - length + by.length).put(input, 0, at).put(by)
                .put(input, at + length, input.length - at - length).array();
    }

    private static byte[] any(List<byte[]> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
