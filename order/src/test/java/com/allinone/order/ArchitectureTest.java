package com.allinone.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The sentences about the rooms of this service. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.allinone.order");
    private static final String[] USE_CASES = {
        "..placing..",
        "..carting..",
        "..copying..",
        "..fulfilment..",
        "..cancelling..",
        "..shipping..",
        "..viewing..",
        "..operating..",
        "..rebuilding..",
        "..reconciling..",
        "..explaining.."
    };

    @Test
    void theDomainKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("..order.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "com.allinone.order.domain..")
                .check(SERVICE);
    }

    @Test
    void nobodyImportsStorage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..storage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..storage..")
                .check(SERVICE);
    }

    @Test
    void noUseCaseRoomImportsAnother() {
        slices().matching(
                        "com.allinone.order.(placing|carting|copying|fulfilment|cancelling|shipping|viewing|operating|rebuilding|reconciling|explaining)..")
                .should()
                .notDependOnEachOther()
                .check(SERVICE);
    }

    @Test
    void storageKnowsPortsAndDomainOnly() {
        noClasses()
                .that()
                .resideInAPackage("..storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(USE_CASES)
                .check(SERVICE);
    }

    @Test
    void roomsHaveNoCircles() {
        slices().matching("com.allinone.order.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }
}
