package com.allinone.inventory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.messaging.sql.Transaction;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences that hold between the rooms. */
class ArchitectureTest {

    private static final String BASE = "com.allinone.inventory";
    private static final JavaClasses INVENTORY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    /** A rule about a room that does not exist cannot fail. */
    @ParameterizedTest
    @ValueSource(strings = {"domain", "storage", "publishing", "reserving", "receiving", "adjusting", "viewing"})
    void theRoomsThatTheRulesNameExist(String room) {
        assertThat(INVENTORY.containPackage(BASE + "." + room)).isTrue();
    }

    @Test
    void theDomainKnowsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(BASE + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".domain..", "java..", "org.jspecify..")
                .check(INVENTORY);
    }

    @Test
    void storageKnowsTheDomainOnly() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(List.of("reserving", "receiving", "adjusting", "viewing", "publishing")))
                .check(INVENTORY);
    }

    @Test
    void publishingKnowsTheDomainAndMessagingOnly() {
        classes()
                .that()
                .resideInAPackage(BASE + ".publishing..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".publishing..",
                        BASE + ".domain..",
                        "com.allinone.messaging..",
                        "java..",
                        "org.jspecify..",
                        "io.quarkus.runtime.annotations..")
                .check(INVENTORY);
    }

    @Test
    void nobodyKnowsStorage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".storage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".storage..")
                .check(INVENTORY);
    }

    @Test
    void noUseCaseKnowsAnother() {
        slices().matching(BASE + ".(reserving|receiving|adjusting|viewing)..")
                .should()
                .notDependOnEachOther()
                .check(INVENTORY);
    }

    @Test
    void onlyStorageSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .orShould()
                .callMethod(Transaction.class, "sql", String.class)
                .check(INVENTORY);
    }

    @Test
    void theTimeComesFromTheClockThatIsInjected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(INVENTORY);
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new);
    }
}
