package dev.andon.demo.model;

/** Takes connected patches out of a mask, one after the other. One thread. */
final class Patches {

    private final boolean[] mask;
    private final int width;
    private final int height;
    private final int[] stack;
    private int[][] rows = new int[0][];
    private boolean edge;

    /** Uses {@code mask} up. */
    Patches(boolean[] mask, int width, int height) {
        this.mask = mask;
        this.width = width;
        this.height = height;
        this.stack = new int[mask.length];
    }

    /** Takes the patch around {@code start}, which is set, and returns its size. */
    int take(int start) {
        rows = new int[height][];
        for (int y = 0; y < height; y++) {
            rows[y] = new int[]{Integer.MAX_VALUE, -1};
        }
        edge = false;
        int size = 0;
        int top = push(start, 0);
        while (top > 0) {
            int at = stack[--top];
            size++;
            int x = at % width;
            int y = at / width;
            rows[y][0] = Math.min(rows[y][0], x);
            rows[y][1] = Math.max(rows[y][1], x);
            edge |= x == 0 || y == 0 || x == width - 1 || y == height - 1;
            top = x > 0 ? push(at - 1, top) : top;
            top = x < width - 1 ? push(at + 1, top) : top;
            top = y > 0 ? push(at - width, top) : top;
            top = y < height - 1 ? push(at + width, top) : top;
        }
        return size;
    }

    /** Of the last patch. */
    boolean touchesEdge() {
        return edge;
    }

    /** First and last column of the last patch in each row; the first is larger where there is none. */
    int[][] rows() {
        return rows;
    }

    private int push(int at, int top) {
        if (!mask[at]) {
            return top;
        }
        mask[at] = false;
        stack[top] = at;
        return top + 1;
    }
}
