package org.kalends.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.kalends");

    @Test
    void featuresKnowOnlyLowerOnes() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("kernel")
                .definedBy(
                        "org.kalends.time..",
                        "org.kalends.problem..",
                        "org.kalends.spool..",
                        "org.kalends.template..",
                        "org.kalends.settings..",
                        "org.kalends.http..",
                        "org.kalends.addresses..",
                        "org.kalends.log..",
                        "org.kalends.traffic..",
                        "org.kalends.identity..",
                        "org.kalends.icalendar..",
                        "org.kalends.database..",
                        "org.kalends.outbox..",
                        "org.kalends.sharing..")
                .layer("calendar")
                .definedBy("org.kalends.calendar..")
                .layer("event")
                .definedBy("org.kalends.event..")
                .layer("time planning")
                .definedBy("org.kalends.room..", "org.kalends.freebusy..")
                .layer("scheduling")
                .definedBy("org.kalends.scheduling..")
                .layer("telling")
                .definedBy(
                        "org.kalends.notification..",
                        "org.kalends.reminder..",
                        "org.kalends.digest..",
                        "org.kalends.messenger..",
                        "org.kalends.browser..",
                        "org.kalends.live..",
                        "org.kalends.subscription..",
                        "org.kalends.transfer..",
                        "org.kalends.feed..",
                        "org.kalends.exchange..")
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
                .mayOnlyBeAccessedByLayers("event", "time planning", "scheduling", "telling", "edges")
                .check(CLASSES);
    }

    /** They are one space for an application: of two with one name, one is no session bean any more, without a word. */
    @Test
    void namesOfSessionBeansAreTheirOwn() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                        .map(JavaClass::getSimpleName))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void featuresFormNoCircle() {
        slices().matching("org.kalends.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void calendarTextsStandOnRecurrenceAndLinesAndNotTheOtherWayRound() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("records")
                .definedBy("org.kalends.icalendar")
                .layer("lines")
                .definedBy("org.kalends.icalendar.text")
                .layer("recurrence")
                .definedBy("org.kalends.icalendar.recurrence")
                .layer("codec")
                .definedBy("org.kalends.icalendar.codec")
                .whereLayer("records")
                .mayNotAccessAnyLayer()
                .whereLayer("lines")
                .mayOnlyAccessLayers("records")
                .whereLayer("recurrence")
                .mayOnlyAccessLayers("records")
                .whereLayer("codec")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void onlyTheReaderOfLinesKnowsIcal4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kalends.icalendar.text..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.fortuna..")
                .check(CLASSES);
    }

    @Test
    void rulesNeedNoContainer() {
        noClasses()
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
                        "..store..")
                .check(CLASSES);
    }

    @Test
    void edgesReachOnlyBoundaries() {
        noClasses()
                .that()
                .resideInAnyPackage("org.kalends.web..", "org.kalends.caldav..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..store..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void namesSaySomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helper|DTO|Assembler)")
                .check(CLASSES);
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(CLASSES);
    }

    /** Others hold a proxy of a session bean, and that knows public methods alone (Enterprise Beans 4.0, 3.4.4). */
    @Test
    void sessionBeansAreCalledByPublicMethods() {
        methods()
                .that()
                .arePackagePrivate()
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
                .should(new ArchCondition<>("be called by their own class alone") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        for (var call : method.getAccessesToSelf()) {
                            boolean own = call.getOriginOwner().equals(method.getOwner());
                            events.add(new SimpleConditionEvent(method, own, call.getDescription()));
                        }
                    }
                })
                .check(CLASSES);
    }
}
