package dev.andon.demo.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The main class of every child: halts the virtual machine when standard input ends, which is when the parent is gone
 * for whatever reason, and runs the real main class meanwhile. A Ctrl-C that the terminal sends to parent and children
 * alike is the parent's to act on: the child ignores it. Uses nothing but the JDK, so that it can stand alone on a class
 * path.
 */
public final class ChildMain {

    private static final int PARENT_GONE = 130;

    private ChildMain() {}

    /**
     * Runs the real main class.
     *
     * @param args name of the real main class, then its arguments
     * @throws Exception whatever the real main throws, or if there is no such class
     */
    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> haltAtEndOf(System.in));
        ignoreInterrupts();
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    }

    /** By reflection, since the compiler warns of {@code sun.misc.Signal} and nothing else does it. */
    private static void ignoreInterrupts() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class)
                    .newInstance("INT"), handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            System.err.println("Ctrl-C will end this process directly: " + e);
        }
    }

    private static void haltAtEndOf(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        } finally {
            Runtime.getRuntime().halt(PARENT_GONE);
        }
    }
}
