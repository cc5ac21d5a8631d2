package dev.andon.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.andon.app.Wiring;
import dev.andon.avro.Codecs;
import dev.andon.config.AndonConfig;
import dev.andon.config.Problem;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicAdmin.Creation;
import dev.andon.topology.provisioning.TopicCheck;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSchemas;
import dev.andon.topology.provisioning.TopicSpec;
import dev.andon.topology.provisioning.TopicState;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code andon topics}. */
@Command(name = "topics", description = "Creates and checks the topics.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "create|check|describe", subcommands = {
    TopicsCommand.Create.class,
    TopicsCommand.Check.class, TopicsCommand.Describe.class})
final class TopicsCommand extends Group {

    /** What the three have in common. */
    abstract static class Subcommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOptions options;

        @Override
        public final Integer call() throws InterruptedException {
            AndonConfig config = options.load();
            try (Admin admin = Clients.admin(config)) {
                return call(config, new TopicAdmin(admin), spec.commandLine().getOut());
            }
        }

        abstract int call(AndonConfig config, TopicAdmin topics, PrintWriter out) throws InterruptedException;
    }

    /** Makes what is missing. */
    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes the topics that do not exist.")
    static final class Create extends Subcommand {

        @Option(names = "--dry-run", description = "Only ask the cluster whether it would.")
        private boolean dryRun;

        @Option(names = "--register-schemas", description = "Also register the schemas of their values.")
        private boolean registerSchemas;

        @Override
        int call(AndonConfig config, TopicAdmin topics, PrintWriter out) throws InterruptedException {
            Listing listing = new Listing();
            Set<String> existing = new HashSet<>();
            boolean refused = false;
            for (Creation creation : topics.create(TopicPlan.of(config), dryRun)) {
                TopicSpec spec = creation.spec();
                switch (creation) {
                    case Creation.Created _ -> listing.row(spec.name(), dryRun ? "would be created" : "created",
                            Listing.count(spec.partitions(), "partition") + ", replication "
                                    + spec.replicationFactor());
                    case Creation.Existed _ -> {
                        listing.row(spec.name(), "exists", "left as it is");
                        existing.add(spec.name());
                    }
                    case Creation.Refused(TopicSpec _, String detail) -> {
                        listing.row(spec.name(), "refused", detail);
                        refused = true;
                    }
                }
            }
            listing.print(out);
            List<Problem> problems = new ArrayList<>(TopicCheck.problems(TopicPlan.of(config),
                    topics.describe(names(TopicPlan.of(config)))));
            problems.removeIf(problem -> !existing.contains(problem.key()));
            problems.forEach(out::println);
            return refused || !problems.isEmpty() || (registerSchemas && !registered(config, out))
                    ? CommandFailure.FAILED
                    : 0;
        }

        private boolean registered(AndonConfig config, PrintWriter out) {
            try (Codecs codecs = Wiring.codecs(config)) {
                List<String> problems = Registry.problems(codecs, TopicSchemas.all(config.topics()), !dryRun);
                problems.forEach(out::println);
                if (problems.isEmpty()) {
                    out.println("the schemas are registered");
                }
                return problems.isEmpty();
            }
        }
    }

    /** Says what is wrong. */
    @Command(name = "check", mixinStandardHelpOptions = true, description = "Says what is wrong with the topics, and how"
            + " to put it right.")
    static final class Check extends Subcommand {

        @Override
        int call(AndonConfig config, TopicAdmin topics, PrintWriter out) throws InterruptedException {
            List<String> problems = new ArrayList<>();
            TopicCheck.problems(TopicPlan.of(config), topics.describe(names(TopicPlan.of(config))))
                    .forEach(problem -> problems.add(problem.toString()));
            try (Codecs codecs = Wiring.codecs(config)) {
                problems.addAll(Registry.problems(codecs, TopicSchemas.all(config.topics()), false));
            }
            problems.forEach(out::println);
            if (problems.isEmpty()) {
                out.println("topics and schemas are as they should be");
            }
            return problems.isEmpty() ? 0 : CommandFailure.FAILED;
        }
    }

    /** Says what is there. */
    @Command(name = "describe", mixinStandardHelpOptions = true, description = "Says what the topics are like.")
    static final class Describe extends Subcommand {

        @Override
        int call(AndonConfig config, TopicAdmin topics, PrintWriter out) throws InterruptedException {
            Listing listing = new Listing().row("TOPIC", "PARTITIONS", "REPLICATION", "CLEANUP", "RETENTION",
                    "MAX MESSAGE");
            List<String> names = names(TopicPlan.of(config));
            Map<String, TopicState> found = topics.describe(names);
            names.forEach(name -> row(listing, name, found.get(name)));
            listing.print(out);
            return 0;
        }

        private static void row(Listing listing, String name, @Nullable TopicState state) {
            if (state == null) {
                listing.row(name, "does not exist");
                return;
            }
            Map<String, String> settings = state.settings();
            listing.row(name, state.partitions(), state.replicationFactor(),
                    settings.getOrDefault("cleanup.policy", "?"),
                    settings.get("retention.ms") + " ms", settings.get("max.message.bytes") + " bytes");
        }
    }

    private static List<String> names(List<TopicSpec> plan) {
        return plan.stream().map(TopicSpec::name).toList();
    }
}
