package dev.andon;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The layout of the house. */
@AnalyzeClasses(packages = "dev.andon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CORE_IS_PURE = classes().that().resideInAPackage("dev.andon.core..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("dev.andon.core..", "java..", "org.jspecify..",
                    "com.google.errorprone.annotations..", "org.hipparchus..");

    @ArchTest
    static final ArchRule FRAMES_KNOW_NOTHING_OF_SAMPLING = noClasses().that().resideInAPackage("..core.frame..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..core.camera..", "..core.sampling..", "..core.uncertainty..", "..core.decision..");

    @ArchTest
    static final ArchRule CAMERAS_KNOW_NOTHING_OF_WHAT_THEIR_FRAMES_ARE_FOR = noClasses().that()
            .resideInAPackage("..core.camera..").should().dependOnClassesThat()
            .resideInAnyPackage("..core.sampling..", "..core.uncertainty..", "..core.decision..",
                    "..core.calibration..", "..core.review..");

    @ArchTest
    static final ArchRule SAMPLING_KNOWS_NOTHING_OF_SCORES = noClasses().that().resideInAPackage("..core.sampling..")
            .should().dependOnClassesThat().resideInAnyPackage("..core.uncertainty..", "..core.decision..");

    @ArchTest
    static final ArchRule SCORES_KNOW_NOTHING_OF_DECISIONS = noClasses().that()
            .resideInAPackage("..core.uncertainty..").should().dependOnClassesThat()
            .resideInAPackage("..core.decision..");

    @ArchTest
    static final ArchRule DECISIONS_KNOW_NOTHING_OF_WHAT_COMES_OF_THEM = noClasses().that()
            .resideInAPackage("..core.decision..").should().dependOnClassesThat()
            .resideInAnyPackage("..core.calibration..", "..core.review..");

    @ArchTest
    static final ArchRule LEARNING_KNOWS_NOTHING_OF_PEOPLE = noClasses().that()
            .resideInAPackage("..core.calibration..").should().dependOnClassesThat()
            .resideInAPackage("..core.review..");

    @ArchTest
    static final ArchRule THE_APPLICATIONS_DO_NOT_KNOW_EACH_OTHER = SlicesRuleDefinition.slices()
            .matching("dev.andon.topology.(inspect|review)..").namingSlices("$1").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule ASYNC_IS_GENERIC = classes().that().resideInAPackage("dev.andon.async..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("dev.andon.async..", "java..", "org.jspecify..",
                    "com.google.errorprone.annotations..");

    @ArchTest
    static final ArchRule FOUNDATIONS_REST_ON_CORE_ALONE = noClasses().that()
            .resideInAnyPackage("dev.andon.config..", "dev.andon.metrics..", "dev.andon.avro..", "dev.andon.images..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.andon.async..", "dev.andon.vlm..",
                    "dev.andon.embedding..", "dev.andon.http..", "dev.andon.web..", "dev.andon.topology..",
                    "dev.andon.ingest..", "dev.andon.ops..", "dev.andon.replay..",
                    "dev.andon.demo..",
                    "dev.andon.cli..");

    @ArchTest
    static final ArchRule ROOMS_DO_NOT_KNOW_EACH_OTHER = SlicesRuleDefinition.slices()
            .matching("dev.andon.(vlm|embedding|http|web|topology|ingest|ops|replay|config|metrics|avro|images)..")
            .namingSlices("$1")
            .should().notDependOnEachOther()
            .ignoreDependency(in("vlm", "embedding", "topology", "ingest", "replay"),
                    in("config", "metrics", "avro", "images"))
            .ignoreDependency(in("vlm", "embedding"), in("http"))
            .ignoreDependency(in("http"), in("config", "metrics"))
            .ignoreDependency(in("ops"), in("config", "metrics", "web"))
            .ignoreDependency(in("ingest"), in("web"));

    @ArchTest
    static final ArchRule OPERATIONS_ARE_TOLD_WHAT_TO_WATCH = noClasses().that().resideInAPackage("dev.andon.ops..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.andon.core..", "dev.andon.async..",
                    "dev.andon.app..", "dev.andon.schema..");

    @ArchTest
    static final ArchRule ONLY_WHERE_HTTP_IS_SERVED_IS_JAVALIN_KNOWN = noClasses().that()
            .resideOutsideOfPackages("dev.andon.web..", "dev.andon.ops..", "dev.andon.ingest.http..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule ONLY_ROOTS_KNOW_THE_DEMO = noClasses().that().resideOutsideOfPackages("dev.andon.demo..",
            "dev.andon.chaos..", "dev.andon.cli..").should().dependOnClassesThat()
            .resideInAnyPackage("dev.andon.demo..", "dev.andon.cli..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_CHAOS = noClasses().that().resideOutsideOfPackages(
            "dev.andon.chaos..", "dev.andon.cli..").should().dependOnClassesThat()
            .resideInAPackage("dev.andon.chaos..");

    @ArchTest
    static final ArchRule CHAOS_STARTS_THE_PROGRAM_AND_DOES_NOT_KNOW_IT = noClasses().that()
            .resideInAPackage("dev.andon.chaos..").should().dependOnClassesThat().resideInAPackage("dev.andon.cli..");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_KNOW_HOW_IT_IS_PUT_TOGETHER = noClasses().that().resideOutsideOfPackages(
            "dev.andon.app..", "dev.andon.demo..", "dev.andon.chaos..", "dev.andon.cli..").should()
            .dependOnClassesThat()
            .resideInAPackage("dev.andon.app..");

    @ArchTest
    static final ArchRule GENERATED_CLASSES_STAY_BEHIND_MAPPERS = noClasses().that()
            .resideOutsideOfPackages("dev.andon.avro..", "dev.andon.topology..", "dev.andon.schema..").should()
            .dependOnClassesThat().resideInAPackage("dev.andon.schema..");

    @ArchTest
    static final ArchRule ONLY_TOPOLOGY_AND_ROOTS_KNOW_KAFKA_STREAMS = noClasses().that().resideOutsideOfPackages(
            "dev.andon.topology..", "dev.andon.app..", "dev.andon.demo..", "dev.andon.chaos..", "dev.andon.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule ONLY_WHERE_HTTP_IS_SPOKEN_OUTWARD_IS_OKHTTP_KNOWN = noClasses().that()
            .resideOutsideOfPackages("dev.andon.http..", "dev.andon.vlm..", "dev.andon.embedding..",
                    "dev.andon.images..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_IN_S3_KNOWS_THE_SDK_OF_AWS = noClasses().that()
            .resideOutsideOfPackage("dev.andon.images.s3..").should().dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule IMAGES_DO_NOT_KNOW_WHO_KEEPS_THEM = noClasses().that().resideInAPackage("dev.andon.images")
            .should().dependOnClassesThat()
            .resideInAnyPackage("dev.andon.images.s3..", "dev.andon.images.retention..");

    private static DescribedPredicate<JavaClass> in(
            String... packages) {
        String[] patterns = Arrays.stream(packages).map(name -> "dev.andon." + name + "..")
                .toArray(String[]::new);
        return JavaClass.Predicates.resideInAnyPackage(patterns);
    }
}
