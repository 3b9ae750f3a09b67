package com.allinone.messaging;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The sentences that hold messaging apart from what it serves, and its rooms from each other. */
class RoomsTest {

    private static final JavaClasses MESSAGING = new ClassFileImporter()
            .withImportOption((Location location) -> !location.contains("test"))
            .importPackages("com.allinone.messaging");

    @Test
    void messagingKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("com.allinone..").and(not(resideInAPackage("com.allinone.messaging.."))))
                .check(MESSAGING);
    }

    @Test
    void sqlKnowsNeitherTheWayOutNorTheWayIn() {
        noClasses()
                .that()
                .resideInAPackage("com.allinone.messaging.sql")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "com.allinone.messaging.outbox",
                        "com.allinone.messaging.inbox",
                        "com.allinone.messaging.parking",
                        "com.allinone.messaging.retention"))
                .check(MESSAGING);
    }

    @Test
    void theWayOutAndTheWayInDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("com.allinone.messaging.outbox")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.allinone.messaging.inbox", "com.allinone.messaging.parking"))
                .check(MESSAGING);
        noClasses()
                .that()
                .resideInAnyPackage("com.allinone.messaging.inbox", "com.allinone.messaging.parking")
                .should()
                .dependOnClassesThat(resideInAPackage("com.allinone.messaging.outbox"))
                .check(MESSAGING);
    }

    @Test
    void nobodyKnowsHowItIsStored() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.allinone.messaging.storage")
                .should()
                .dependOnClassesThat(resideInAPackage("com.allinone.messaging.storage"))
                .check(MESSAGING);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses().should().callMethod(Instant.class, "now").check(MESSAGING);
        noClasses()
                .that()
                .doNotHaveSimpleName("SystemClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(MESSAGING);
        noClasses()
                .that()
                .doNotHaveSimpleName("SystemTicker")
                .should()
                .callMethod(System.class, "nanoTime")
                .check(MESSAGING);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(MESSAGING);
    }
}
