package com.allinone.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final String HERE = "com.allinone.catalog";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HERE);

    @Test
    void domainImportsTheJdkAndJSpecifyOnly() {
        classes()
                .that()
                .resideInAPackage("..catalog.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "..catalog.domain..")
                .check(CODE);
    }

    @Test
    void nobodyImportsStorage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..catalog.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..catalog.storage..")
                .check(CODE);
    }

    @Test
    void storageAndPublishingKnowTheDomainOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("..catalog.storage..", "..catalog.publishing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..catalog.browsing..", "..catalog.searching..", "..catalog.editing..", "com.allinone.http..")
                .check(CODE);
    }

    @Test
    void noUseCaseRoomImportsAnother() {
        slices().matching("com.allinone.catalog.(browsing|searching|editing|publishing|storage)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void onlyTheClockKnowsTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }
}
