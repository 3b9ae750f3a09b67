package com.allinone.launcher.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {
    private static final List<String> WANTED = List.of("order", "payment");
    private static final Instant EARLIER = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant LATER = EARLIER.plusSeconds(60);

    @TempDir
    Path checkout;

    @BeforeEach
    void twoServicesThatShareAModule() throws IOException {
        file("pom.xml", EARLIER, "<module>messaging</module><module>order</module><module>payment</module>");
        file("messaging/pom.xml", EARLIER, "");
        file("messaging/src/main/java/Outbox.java", EARLIER, "");
        file("order/pom.xml", EARLIER, sibling("messaging"));
        file("order/src/main/java/Order.java", EARLIER, "");
        file("payment/pom.xml", EARLIER, "");
        file("payment/src/main/java/Payment.java", EARLIER, "");
        built("order", EARLIER.plusSeconds(10));
        built("payment", EARLIER.plusSeconds(10));
    }

    @Test
    void nothingIsStaleWhenEverythingWasBuiltAfterItsSources() {
        assertThat(stale()).isEmpty();
    }

    @Test
    void whatWasNeverBuiltIsStale() throws IOException {
        Files.delete(checkout.resolve("order/target/quarkus-app/quarkus-run.jar"));

        assertThat(stale()).containsExactly("order");
    }

    @Test
    void anEditedSourceMakesItsModuleStale() throws IOException {
        file("payment/src/main/java/Payment.java", LATER, "edited");

        assertThat(stale()).containsExactly("payment");
    }

    @Test
    void anEditedSiblingMakesThoseThatAreMadeFromItStale() throws IOException {
        file("messaging/src/main/java/Outbox.java", LATER, "edited");

        assertThat(stale()).containsExactly("order");
    }

    @Test
    void anEditedRootPomMakesEverythingStale() throws IOException {
        file("pom.xml", LATER, Files.readString(checkout.resolve("pom.xml")));

        assertThat(stale()).containsExactly("order", "payment");
    }

    @Test
    void anEditedTestMakesNothingStale() throws IOException {
        file("order/src/test/java/OrderTest.java", LATER, "");

        assertThat(stale()).isEmpty();
    }

    @Test
    void aStampOfALaterBuildCountsEvenWhereTheJarWasNotWrittenAnew() throws IOException {
        file("payment/pom.xml", LATER, "");
        new Modules(checkout).stamp("payment", FileTime.from(LATER.plusSeconds(1)));

        assertThat(stale()).isEmpty();
    }

    @Test
    void whatWasEditedDuringTheBuildIsStaleAgain() throws IOException {
        Files.delete(checkout.resolve("order/target/quarkus-app/quarkus-run.jar"));
        built("order", EARLIER);
        file("order/src/main/java/Order.java", LATER, "edited");
        new Modules(checkout).stamp("order", FileTime.from(LATER.minusSeconds(1)));

        assertThat(stale()).containsExactly("order");
    }

    private List<String> stale() {
        return new Modules(checkout).stale(WANTED);
    }

    private void built(String module, Instant at) throws IOException {
        file(module + "/target/quarkus-app/quarkus-run.jar", at, "");
    }

    private void file(String path, Instant at, String content) throws IOException {
        var file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private static String sibling(String name) {
        return "<groupId>com.allinone</groupId>\n<artifactId>%s</artifactId>".formatted(name);
    }
}
