package com.allinone.http.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What images are built from fits what is put into them. */
class ImagesTest {

    private final Properties settings = new Properties();

    ImagesTest() throws IOException {
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            settings.load(file);
        }
    }

    @Test
    void theirJavaIsTheOneThatTheCodeIsCompiledFor() throws IOException {
        String release = release();

        assertThat(settings.getProperty("quarkus.jib.base-jvm-image")).contains(":" + release + "-");
        assertThat(settings.getProperty("quarkus.native.builder-image")).endsWith(":jdk-" + release);
    }

    @Test
    void nothingInThemRunsAsRoot() {
        assertThat(Integer.parseInt(settings.getProperty("quarkus.jib.user"))).isPositive();
    }

    @Test
    void everyImageIsPinned() {
        assertThat(settings.stringPropertyNames())
                .filteredOn(name -> name.matches("quarkus\\.(jib\\.base-.*-image|native\\.builder-image)"))
                .hasSize(3)
                .allSatisfy(name -> assertThat(settings.getProperty(name)).matches("[a-z0-9.]+/.+:(?!latest).+"));
    }

    private static String release() throws IOException {
        Matcher release = Pattern.compile("<maven\\.compiler\\.release>(\\d+)<")
                .matcher(Files.readString(Path.of("..", "pom.xml")));
        assertThat(release.find()).isTrue();
        return release.group(1);
    }
}
