package dev.andon.demo.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The real main class of the broker's child: formats its storage where that is new, then runs it until it is ended. */
final class BrokerMain {

    /** Always the same, so that storage which is formatted already is recognised. */
    private static final String CLUSTER_ID = "QW5kb25Mb2NhbERlbW8wMQ";

    private BrokerMain() {}

    /**
     * Formats and runs.
     *
     * @param args the properties file
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<String> format = new ArrayList<>(List.of("format", "--ignore-formatted", "--cluster-id", CLUSTER_ID,
                "--config", args[0]));
        if (isAlone(Path.of(args[0]))) {
            format.add("--standalone");
        }
        int failed = StorageTool.execute(format.toArray(String[]::new), System.out);
        if (failed != 0) {
            throw new IllegalStateException("the storage of " + args[0] + " cannot be formatted, see above");
        }
        Kafka.main(args);
    }

    /** Whether the settings name no other voters. */
    private static boolean isAlone(Path settings) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return !properties.containsKey(BrokerSettings.VOTERS);
    }
}
