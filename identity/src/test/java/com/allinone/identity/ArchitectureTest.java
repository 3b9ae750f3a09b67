package com.allinone.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms. Each sentence fails when its room is gone. */
class ArchitectureTest {

    private static final JavaClasses IDENTITY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.allinone.identity");

    @Test
    void domainKnowsTheJdkAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("..identity.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..identity.domain..", "java..", "org.jspecify.annotations..")
                .check(IDENTITY);
    }

    @Test
    void nobodyKnowsStorage() {
        onlyItselfKnows("storage");
    }

    @Test
    void nobodyKnowsKeycloak() {
        onlyItselfKnows("keycloak");
    }

    @Test
    void noUseCaseKnowsAnother() {
        onlyItselfKnows("registering");
        onlyItselfKnows("profiles");
    }

    @Test
    void publishingKnowsTheDomainAndMessagingAlone() {
        noClasses()
                .that()
                .resideInAPackage("..identity.publishing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..identity.people..", "com.allinone.http..", "com.allinone.messaging.sql..")
                .check(IDENTITY);
    }

    @Test
    void storageSpeaksToNobodyOutside() {
        noClasses()
                .that()
                .resideInAPackage("..identity.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..identity.publishing..", "com.allinone.http..", "jakarta.ws.rs..")
                .check(IDENTITY);
    }

    @Test
    void onlyTheClockKnowsTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(IDENTITY);
    }

    @Test
    void identityKnowsNoOtherService() {
        noClasses()
                .that()
                .resideInAPackage("com.allinone.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.allinone.order..",
                        "com.allinone.inventory..",
                        "com.allinone.payment..",
                        "com.allinone.catalog..")
                .check(IDENTITY);
    }

    private static void onlyItselfKnows(String room) {
        classes()
                .that()
                .resideInAPackage("..identity." + room + "..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("..identity." + room + "..")
                .check(IDENTITY);
    }
}
