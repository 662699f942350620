package org.kalends.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

@AnalyzeClasses(packages = "org.kalends", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresKnowOnlyLowerOnes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernel")
            .definedBy(
                    "org.kalends.time..",
                    "org.kalends.problem..",
                    "org.kalends.identity..",
                    "org.kalends.icalendar..",
                    "org.kalends.database..",
                    "org.kalends.outbox..")
            .layer("calendar")
            .definedBy("org.kalends.calendar..")
            .layer("event")
            .definedBy("org.kalends.event..")
            .layer("time planning")
            .definedBy("org.kalends.room..", "org.kalends.freebusy..")
            .layer("scheduling")
            .definedBy("org.kalends.scheduling..")
            .layer("telling")
            .definedBy("org.kalends.notification..", "org.kalends.live..")
            .layer("edges")
            .definedBy("org.kalends.web..", "org.kalends.caldav..")
            .whereLayer("edges")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("telling")
            .mayOnlyBeAccessedByLayers("edges")
            .whereLayer("scheduling")
            .mayOnlyBeAccessedByLayers("telling", "edges")
            .whereLayer("time planning")
            .mayOnlyBeAccessedByLayers("scheduling", "telling", "edges")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers("time planning", "scheduling", "telling", "edges")
            .whereLayer("calendar")
            .mayOnlyBeAccessedByLayers("event", "time planning", "scheduling", "telling", "edges");

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("org.kalends.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rulesNeedNoContainer = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ejb..",
                    "jakarta.jms..",
                    "jakarta.ws..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.transaction..",
                    "jakarta.servlet..",
                    "jakarta.mail..",
                    "..store..");

    @ArchTest
    static final ArchRule edgesReachOnlyBoundaries = noClasses()
            .that()
            .resideInAnyPackage("org.kalends.web..", "org.kalends.caldav..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..store..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule namesSaySomething =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper|DTO|Assembler)");

    @ArchTest
    static final ArchRule theClockIsInjected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now");
}
