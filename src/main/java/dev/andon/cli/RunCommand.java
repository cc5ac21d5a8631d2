package dev.andon.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import dev.andon.app.BrokerWait;
import dev.andon.app.Role;
import dev.andon.app.Running;
import dev.andon.app.StopSignal;
import dev.andon.config.AndonConfig;
import dev.andon.config.Problem;
import dev.andon.topology.StartException;
import dev.andon.topology.provisioning.TopicAdmin;
import dev.andon.topology.provisioning.TopicCheck;
import dev.andon.topology.provisioning.TopicPlan;
import dev.andon.topology.provisioning.TopicSpec;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code andon run}. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
    "Runs the applications and the cameras until it is told to end (SIGTERM, Ctrl-C)."})
final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Mixin
    private ConfigOptions options;

    @Option(names = "--roles", split = ",", paramLabel = "ROLE", description = "What runs in this process:"
            + " ${COMPLETION-CANDIDATES} (default: all but SHADOW, which runs alone).")
    private Set<Role> roles = Role.USUAL;

    @Override
    public Integer call() throws InterruptedException {
        if (roles.contains(Role.SHADOW) && roles.size() > 1) {
            throw CommandFailure.misused("--roles: SHADOW needs a process of its own, so that live decisions keep their"
                    + " calls, memory and threads: start it apart with --roles SHADOW");
        }
        AndonConfig config = options.load();
        StopSignal stop = StopSignal.listening();
        int exitCode = CommandFailure.FAILED;
        try {
            run(config, stop);
            LOG.info("ended");
            exitCode = 0;
        } catch (IOException | StartException e) {
            throw CommandFailure.failed("cannot start: " + e.getMessage());
        } finally {
            stop.finished(exitCode);
        }
        return exitCode;
    }

    private void run(AndonConfig config, StopSignal stop) throws IOException, InterruptedException, StartException {
        BrokerWait brokers = new BrokerWait(String.valueOf(config.kafka().get("bootstrap.servers")));
        try (Running running = Running.start(config, roles, brokers, () -> checkTopics(config))) {
            LOG.atInfo().addKeyValue("roles", roles).addKeyValue("applicationId", config.application().id())
                    .addKeyValue("bootstrapServers", config.kafka().get("bootstrap.servers"))
                    .addKeyValue("vlm", config.vlm().addresses()).log("started");
            while (!stop.await(LOOK)) {
                running.ended().ifPresent(application -> {
                    String why = application.incurable();
                    throw CommandFailure.failed(why == null
                            ? "the application " + application.name() + " ended by itself; see the log"
                            : "cannot go on: " + why);
                });
            }
            LOG.info("ending");
        }
    }

    private long checkTopics(AndonConfig config) throws InterruptedException {
        List<TopicSpec> plan = plan(config);
        try (Admin admin = Clients.admin(config)) {
            List<Problem> problems = TopicCheck.problems(plan, new TopicAdmin(admin).describe(plan.stream()
                    .map(TopicSpec::name).toList()));
            if (!problems.isEmpty()) {
                throw CommandFailure.refused(problems);
            }
        }
        return FramesTopic.imageLimit(config);
    }

    private List<TopicSpec> plan(AndonConfig config) {
        return roles.stream().map(role -> switch (role) {
            case INSPECT, REVIEW -> TopicPlan.ofApplications(config);
            case INGEST -> TopicPlan.ofCameras(config);
            case SHADOW -> TopicPlan.ofShadow(config);
        }).flatMap(List::stream).distinct().toList();
    }
}
