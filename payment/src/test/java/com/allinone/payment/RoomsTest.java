package com.allinone.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences about the rooms of this service. */
final class RoomsTest {

    private static final String BASE = "com.allinone.payment";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "accepting",
                "charging",
                "refunding",
                "reconciling",
                "reporting",
                "settling",
                "working",
                "webhooks",
                "viewing",
                "storage",
                "publishing",
                "provider"
            })
    void everyRoomExists(String room) {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)).contains(BASE + "." + room);
    }

    @Test
    void domainKnowsTheJdkAndNothingElse() {
        classes()
                .that()
                .resideInAPackage(BASE + ".domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".domain", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void everyOtherRoomKnowsTheDomainAndNoOtherRoom() {
        slices().matching(BASE + ".(*)..")
                .namingSlices("$1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        JavaClass.Predicates.resideInAnyPackage(BASE + ".."),
                        JavaClass.Predicates.resideInAnyPackage(BASE + ".domain"))
                .check(CLASSES);
    }

    @Test
    void nobodyCallsAProviderInsideATransaction() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".charging", BASE + ".refunding", BASE + ".reconciling")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.allinone.messaging..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }
}
