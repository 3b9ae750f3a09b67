package com.allinone.crashpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.shopping.Day;
import com.allinone.shopping.Paying;
import com.allinone.shopping.Straight;
import com.allinone.shopping.Unused;
import com.allinone.shopping.viewing.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCodeTest {

    @TempDir
    Path application = Path.of("");

    @Test
    void findsTheSitesInTheJarsThatRun() throws IOException {
        assertThat(code(Day.class, Paying.class, Lists.class).sites("com.allinone.shopping"))
                .filteredOn(site -> site.excluded().isEmpty())
                .extracting(Site::name)
                .containsExactly("Paying.pay", "Paying.pay#2", "Paying.payAll");
    }

    @Test
    void whatTheServiceDoesNotUseIsExcludedAndSaysSo() throws IOException {
        assertThat(code(Day.class, Unused.class).sites("com.allinone.shopping"))
                .singleElement()
                .satisfies(site -> assertThat(site.excluded()).contains("in a class that this service does not use"));
    }

    @Test
    void refusesACallOfSomebodyOutsideThatHasNoPort() {
        assertThatThrownBy(() -> code(Straight.class))
                .hasMessageContaining("com/allinone/shopping/Straight calls java/net/http/HttpClient.send");
    }

    private ServiceCode code(Class<?>... classes) throws IOException {
        Files.createDirectories(application.resolve("lib").resolve("main"));
        Path jar = Files.createDirectories(application.resolve("app")).resolve("service.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(classes)) {
                String file = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(file));
                try (var bytes = Objects.requireNonNull(type.getResourceAsStream("/" + file))) {
                    bytes.transferTo(out);
                }
            }
        }
        return ServiceCode.of(application);
    }
}
