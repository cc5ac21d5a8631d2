package dev.andon.demo.cluster;

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
     */
    public static void main(String[] args) {
        int failed = StorageTool.execute(new String[]{"format", "--standalone", "--ignore-formatted", "--cluster-id",
            CLUSTER_ID, "--config", args[0]}, System.out);
        if (failed != 0) {
            throw new IllegalStateException("the storage of " + args[0] + " cannot be formatted, see above");
        }
        Kafka.main(args);
    }
}
