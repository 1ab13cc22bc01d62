package org.gavel.ops.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gavel.protocol.reject.RejectReason;
import org.gavel.protocol.value.Money;

/** The directions between the rooms, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "org.gavel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "org.gavel.exchange.engine..";

    @ArchTest
    static final ArchRule roomsDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.gavel..")
            .layer("protocol")
            .definedBy("org.gavel.protocol..")
            .layer("exchange")
            .definedBy("org.gavel.exchange..")
            .layer("gateway")
            .definedBy("org.gavel.gateway..")
            .layer("loadtest")
            .definedBy("org.gavel.loadtest..")
            .layer("ops")
            .definedBy("org.gavel.ops..")
            .whereLayer("ops")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("loadtest")
            .mayOnlyBeAccessedByLayers("ops")
            .whereLayer("gateway")
            .mayOnlyBeAccessedByLayers("ops")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("gateway", "ops")
            .whereLayer("protocol")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule loadtestKnowsOnlyWhatAStrangerKnows = noClasses()
            .that()
            .resideInAPackage("org.gavel.loadtest..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.gavel..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages("org.gavel.loadtest..", "org.gavel.protocol..")));

    @ArchTest
    static final ArchRule gatewaySeesTheExchangesDoorsAndTheViewsBehindThem = noClasses()
            .that()
            .resideInAPackage("org.gavel.gateway..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.gavel.exchange..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages(
                            "org.gavel.exchange.api..", "org.gavel.exchange.view..")));

    @ArchTest
    static final ArchRule engineKnowsNoHost = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.gavel.exchange..").and(JavaClass.Predicates.resideOutsideOfPackage(ENGINE)));

    @ArchTest
    static final ArchRule engineHasNoClockNoChanceNoThreadAndNoFile = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.io..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.net..",
                            "java.util.concurrent..",
                            "java.util.random..")
                    .or(JavaClass.Predicates.belongToAnyOf(
                            Thread.class,
                            java.util.Random.class,
                            java.util.UUID.class,
                            java.security.SecureRandom.class,
                            java.time.Clock.class,
                            java.time.Instant.class,
                            java.time.LocalDate.class,
                            java.time.LocalDateTime.class,
                            java.time.ZonedDateTime.class)))
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule engineKeepsNoFloatingPointNumber = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ENGINE, "org.gavel.protocol..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule engineAnswersNoFloatingPointNumber = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(ENGINE)
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class);

    /**
     * The runway alone writes zeros ahead of the journal's last batch and knows no record; a read-ahead alone verifies
     * a journal ahead of who applies it.
     */
    @ArchTest
    static final ArchRule onlyThePipelineAndTheJournalsTwoHelpersHaveThreads = noClasses()
            .that()
            .resideInAPackage("org.gavel.exchange..")
            .and()
            .resideOutsideOfPackage("org.gavel.exchange.pipeline..")
            .and()
            .doNotHaveFullyQualifiedName("org.gavel.exchange.journal.Runway")
            .and()
            .doNotHaveFullyQualifiedName("org.gavel.exchange.journal.ReadAhead")
            .should()
            .callConstructorWhere(new com.tngtech.archunit.base.DescribedPredicate<>("a thread is made") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaConstructorCall call) {
                    return call.getTargetOwner().isAssignableTo(Thread.class);
                }
            })
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.Executor.class);

    /** A refusal's sentence writes an amount as money, and money refuses what it is not: the one pair that knows both. */
    @ArchTest
    static final ArchRule protocolPackagesFormNoCycle = slices().matching("org.gavel.protocol.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(RejectReason.class, Money.class);

    @ArchTest
    static final ArchRule roomsOfTheExchangeFormNoCycle =
            slices().matching("org.gavel.exchange.(*)..").should().beFreeOfCycles();

    /** The engine's root composes what lies under it, and its request and sink are every part's words. */
    @ArchTest
    static final ArchRule partsOfTheEngineFormNoCycle =
            slices().matching("org.gavel.exchange.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule gatewayPackagesFormNoCycle =
            slices().matching("org.gavel.gateway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule loadtestPackagesFormNoCycle =
            slices().matching("org.gavel.loadtest.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule opsPackagesFormNoCycle =
            slices().matching("org.gavel.ops.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesComeFromTheField = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..base..");
}
