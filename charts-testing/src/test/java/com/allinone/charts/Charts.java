package com.allinone.charts;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A copy of the charts, with the library that they stand on built in; Helm would write it into the tree. */
final class Charts {

    /** The oldest Kubernetes that the charts say they run on, as .ci/charts/render has it. */
    private static final String KUBERNETES = "1.34.4";

    private static final Path TREE = Path.of("..", "charts").toAbsolutePath().normalize();
    private static final Path COPY =
            Path.of("target", "charts").toAbsolutePath().normalize();
    private static final String VALUES = "-values.yaml";
    /** It is made of the others, so theirs come first. */
    private static final String UMBRELLA = "shop";

    /** One chart with one file of its {@code ci}. */
    record Case(String chart, String values) {
        Path expected() {
            return TREE.resolve("rendered").resolve(chart).resolve(values + ".yaml");
        }

        String rendered() {
            return template(COPY.resolve("%s/ci/%s%s".formatted(chart, values, VALUES)));
        }

        String template(Path file) {
            return new Helm(COPY.resolve(chart))
                    .template()
                    .withName(chart)
                    .withNamespace("shop")
                    .withKubeVersion(KUBERNETES)
                    .withValuesFile(file)
                    .call();
        }
    }

    private Charts() {}

    static void copy() {
        try {
            if (Files.exists(COPY)) {
                try (var old = Files.walk(COPY)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            try (var files = Files.walk(TREE)) {
                for (Path file : files.filter(Charts::isSource).toList()) {
                    Path to = COPY.resolve(TREE.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        charts().forEach(chart ->
                new Helm(COPY.resolve(chart)).dependency().build().call());
    }

    static List<Case> cases() {
        return charts().stream()
                .flatMap(chart -> {
                    try (var files = Files.list(TREE.resolve(chart).resolve("ci"))) {
                        return files
                                .map(file -> file.getFileName().toString())
                                .filter(name -> name.endsWith(VALUES))
                                .map(name -> new Case(chart, name.substring(0, name.length() - VALUES.length())))
                                .toList()
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** All that have values to be tried with; the umbrella is the last. */
    private static List<String> charts() {
        try (var directories = Files.list(TREE)) {
            return directories
                    .filter(directory -> Files.isDirectory(directory.resolve("ci")))
                    .map(directory -> directory.getFileName().toString())
                    .sorted(Comparator.comparing((String chart) -> chart.equals(UMBRELLA))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not what another Helm has built in already. */
    private static boolean isSource(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".tgz");
    }
}
