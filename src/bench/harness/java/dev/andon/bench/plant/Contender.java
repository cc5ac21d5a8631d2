package dev.andon.bench.plant;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.andon.bench.work.Job;
import dev.andon.cli.Andon;
import dev.andon.demo.ProjectFolder;
import dev.andon.demo.cluster.ChildCommand;
import dev.andon.demo.cluster.ChildProcess;

/** Who is measured, and how its process is started. All have the same heap, unless told otherwise. */
public enum Contender {
    /** A loop over HTTP without anything around it: the ideal. */
    BARE("dev.andon.bench.contender.BareLoop", "", "", 0),
    /** The program as shipped. */
    ANDON("inspect,review", ""),
    /** The same, and nobody joins verdicts and learns from them: what others do as well. */
    DECIDING("inspect", ""),
    /** Likewise with so many stream threads, each of which has clients of its own. */
    THREADS_1("inspect", "application.threads=1"),
    /** Likewise. */
    THREADS_4("inspect", "application.threads=4"),
    /** Likewise. */
    THREADS_8("inspect", "application.threads=8"),
    /** As shipped, and no late sample is asked for again. */
    NOT_HEDGING("inspect,review", "inspect.hedge.maxShare=0"),
    /** The program's engine with a model that answers at once, within the process. */
    ENGINE("dev.andon.bench.contender.Engine", "sampler", "", 0),
    /** The program's engine with sentence vectors that cost nothing. */
    FREE_VECTORS("dev.andon.bench.contender.Engine", "embedder", "", 0),
    /** Kafka Streams that decodes records of frames, and writes records as large as decisions. */
    PASS_RECORD("dev.andon.bench.contender.PassThrough", "record", "", 100),
    /** The same, and the image is checked and decoded as well. */
    PASS_IMAGE("dev.andon.bench.contender.PassThrough", "image", "", 100),
    /** Kafka Streams with blocking calls in {@code mapValues}. */
    MAP_VALUES("dev.andon.bench.contender.MapValues", "", "", 100),
    /** Kafka Streams with the calls of a frame joined in {@code process()}. */
    JOINED("dev.andon.bench.contender.Joined", "", "", 100),
    /** Confluent's Parallel Consumer. */
    PARALLEL("dev.andon.bench.parallel.ParallelMain", "", "parallel", 100),
    /** Flink with a checkpoint every 100 ms. */
    FLINK_100("dev.andon.bench.flink.FlinkMain", "", "flink", 100),
    /** Flink with a checkpoint every second. */
    FLINK_1000("dev.andon.bench.flink.FlinkMain", "", "flink", 1000);

    /** What frameworks of these ages want opened. */
    private static final List<String> FLAGS = List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED",
            "-XX:+ExitOnOutOfMemoryError", "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private final String main;
    private final String variant;
    private final String module;
    private final int commitMillis;
    private final String roles;

    /** The program itself. */
    Contender(String roles, String setting) {
        this(Andon.class.getName(), setting, "", 0, roles);
    }

    /** Another program. */
    Contender(String main, String variant, String module, int commitMillis) {
        this(main, variant, module, commitMillis, "");
    }

    Contender(String main, String variant, String module, int commitMillis, String roles) {
        this.main = main;
        this.variant = variant;
        this.module = module;
        this.commitMillis = commitMillis;
        this.roles = roles;
    }

    /** In reports and options. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of commits or checkpoints; 0 where it has no such setting. */
    public int commitMillis() {
        return commitMillis;
    }

    /** Whether it writes the program's own records of decisions. */
    public boolean writesInspections() {
        return isAndon() || this == ENGINE || this == FREE_VECTORS;
    }

    private boolean isAndon() {
        return main.equals(Andon.class.getName());
    }

    /** The topic that it writes decisions to; accepted ones, where it tells them apart. */
    public String output(Job job) {
        return writesInspections() ? job.config().topics().accepted() : job.output();
    }

    /** Starts its process; it may not be ready yet. */
    public ChildProcess start(Job job) throws IOException {
        return start(job, FLAGS);
    }

    /** Starts its process with other flags of the virtual machine. */
    public ChildProcess start(Job job, List<String> flags) throws IOException {
        return start(job, flags, List.of("--roles", roles));
    }

    /** Likewise with options of the program's own. */
    public ChildProcess start(Job job, List<String> flags, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>();
        Stream<String> own = Stream.of(variant).filter(name -> !name.isEmpty());
        if (isAndon()) {
            arguments.addAll(List.of("run", "--config",
                    ProjectFolder.find(Path.of("config", "andon.yaml")).toString()));
            Stream.concat(job.settings().stream(), own)
                    .forEach(setting -> arguments.addAll(List.of("--set", setting)));
            arguments.addAll(options);
        } else {
            arguments.add(job.write().toString());
            own.forEach(arguments::add);
        }
        return ChildProcess.start(new ChildCommand(title(), flags, classPath(), main, arguments,
                job.directory().resolve("log")));
    }

    /** That of the program alone; or this one, with the libraries of its module in front. */
    private String classPath() {
        String own = System.getProperty("java.class.path", "");
        if (isAndon()) {
            return place(Andon.class).toString();
        }
        if (module.isEmpty()) {
            return own;
        }
        Path home = place(Contender.class).resolve("../../" + module).normalize();
        return String.join(File.pathSeparator, Arrays.asList(home.resolve(module + ".jar").toString(),
                home.resolve("lib") + File.separator + "*", own));
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
