package dev.andon.cli;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.andon.app.Applications;
import dev.andon.app.BrokerWait;
import dev.andon.app.Operations;
import dev.andon.app.Role;
import dev.andon.app.Wiring;
import dev.andon.config.AndonConfig;
import dev.andon.config.Problem;
import dev.andon.topology.StartException;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicCheck;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSpec;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code andon run}. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
    "Runs the applications until it is told to end (SIGTERM, Ctrl-C)."})
final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Mixin
    private ConfigOptions options;

    @Option(names = "--roles", split = ",", paramLabel = "ROLE", description = "Which applications run in this process:"
            + " ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Role> roles = EnumSet.allOf(Role.class);

    @Override
    public Integer call() throws IOException, InterruptedException {
        AndonConfig config = options.load();
        BrokerWait brokers = new BrokerWait(String.valueOf(config.kafka().get("bootstrap.servers")));
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Wiring wiring = Wiring.of(config, metrics, false);
                Operations operations = operations(config, metrics, wiring, brokers);
                Applications applications = brokers.until(() -> started(config, wiring))) {
            applications.all().forEach(operations::watch);
            LOG.atInfo().addKeyValue("roles", roles).addKeyValue("applicationId", config.application().id())
                    .addKeyValue("bootstrapServers", config.kafka().get("bootstrap.servers"))
                    .addKeyValue("vlm", config.vlm().addresses()).log("started");
            return untilTold(applications);
        } catch (StartException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        }
    }

    private Applications started(AndonConfig config, Wiring wiring) throws StartException, InterruptedException {
        checkTopics(config);
        return Applications.start(config, wiring, roles);
    }

    private Operations operations(AndonConfig config, PrometheusMeterRegistry metrics, Wiring wiring,
            BrokerWait brokers) {
        try {
            return Operations.start(config.server(), metrics, roles.stream().map(Role::label).toList(),
                    wiring.parts(), brokers);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        }
    }

    private static void checkTopics(AndonConfig config) throws InterruptedException {
        List<TopicSpec> plan = TopicPlan.ofApplications(config);
        try (Admin admin = Clients.admin(config)) {
            List<Problem> problems = TopicCheck.problems(plan, new TopicAdmin(admin).describe(plan.stream()
                    .map(TopicSpec::name).toList()));
            if (!problems.isEmpty()) {
                throw CommandFailure.refused(problems);
            }
        }
    }

    /** Waits for the end: ordered from outside, or because an application cannot go on. */
    private static int untilTold(Applications applications) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            told.countDown();
            awaitQuietly(ended);
        }, "andon-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            while (!told.await(1, TimeUnit.SECONDS)) {
                applications.ended().ifPresent(application -> {
                    String why = application.incurable();
                    throw CommandFailure.failed(why == null
                            ? "the application " + application.name() + " ended by itself; see the log"
                            : "cannot go on: " + why);
                });
            }
            LOG.info("ending");
            applications.close();
            LOG.info("ended");
            return 0;
        } finally {
            ended.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
