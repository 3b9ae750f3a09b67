package com.allinone.http.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md is the list of what the whole tree can answer: no more, no less. */
class ProblemsDocumentTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MADE =
            Pattern.compile("(?:Problem\\.of\\(|new Problem\\(|Map\\.entry\\()\\s*([1-5][0-9]{2}),\\s*\"([a-z-]+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9, ]+) \\|");

    @Test
    void everyProblemOfTheTreeIsListedWithItsStatus() throws IOException {
        Set<String> made = new TreeSet<>(Set.of("500 internal-error"));
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .filter(sources -> !sources.toString().contains("provider-simulator"))
                    .forEach(sources -> read(sources, made));
        }

        Set<String> listed = new TreeSet<>();
        LISTED.matcher(Files.readString(ROOT.resolve("docs/problems.md")))
                .results()
                .forEach(row -> Stream.of(row.group(2).split(", ", -1))
                        .forEach(status -> listed.add(status.strip() + " " + row.group(1))));
        assertThat(made).hasSizeGreaterThan(15);
        assertThat(listed).isEqualTo(made);
    }

    private static void read(Path sources, Set<String> made) {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                MADE.matcher(Files.readString(file))
                        .results()
                        .forEach(problem -> made.add(problem.group(1) + " " + problem.group(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
