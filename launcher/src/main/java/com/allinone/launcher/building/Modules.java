package com.allinone.launcher.building;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of the source tree, what each is made from, and when it was made. */
public final class Modules {
    /** When a build succeeded that began at the time of this file. */
    private static final String STAMP = "target/.shop-built";

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern SIBLING =
            Pattern.compile("<groupId>com\\.allinone</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private final Path checkout;
    private final List<String> names;

    public Modules(Path checkout) {
        this.checkout = checkout;
        this.names = matches(MODULE, checkout.resolve("pom.xml"));
    }

    /** Those of the wanted modules that exist and are missing or older than something they are made from. */
    public List<String> stale(List<String> wanted) {
        return wanted.stream().filter(names::contains).filter(this::isStale).toList();
    }

    private boolean isStale(String module) {
        var built = built(module);
        return built == null || newestSource(module).compareTo(built) > 0;
    }

    private FileTime newestSource(String module) {
        return withSiblings(module).stream()
                .flatMap(name -> Stream.of(name + "/pom.xml", name + "/src/main"))
                .map(checkout::resolve)
                .map(Modules::newest)
                .reduce(newest(checkout.resolve("pom.xml")), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The module and every other module that it is made from, directly or not. */
    Set<String> withSiblings(String module) {
        var found = new HashSet<String>();
        var open = new ArrayList<>(List.of(module));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (names.contains(next) && !next.endsWith("-testing") && found.add(next)) {
                open.addAll(matches(SIBLING, checkout.resolve(next).resolve("pom.xml")));
            }
        }
        return found;
    }

    private @org.jspecify.annotations.Nullable FileTime built(String module) {
        var directory = checkout.resolve(module);
        return Stream.of("target/quarkus-app/quarkus-run.jar", "target/" + module + ".jar", STAMP)
                .map(directory::resolve)
                .filter(Files::exists)
                .map(Modules::newest)
                .max(FileTime::compareTo)
                .filter(time -> hasProgram(directory, module))
                .orElse(null);
    }

    private static boolean hasProgram(Path directory, String module) {
        return Files.exists(directory.resolve("target/quarkus-app/quarkus-run.jar"))
                || Files.exists(directory.resolve("target/" + module + ".jar"));
    }

    /** Says that a build of the module succeeded which began then; what was edited meanwhile is stale again. */
    void stamp(String module, FileTime begun) {
        var stamp = checkout.resolve(module).resolve(STAMP);
        try {
            Files.writeString(stamp, "");
            Files.setLastModifiedTime(stamp, begun);
        } catch (IOException failed) {
            throw Failure.machine("Cannot write %s: %s.".formatted(stamp, failed.getMessage()));
        }
    }

    private static FileTime newest(Path path) {
        if (!Files.exists(path)) {
            return FileTime.fromMillis(0);
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(Modules::time)
                    .max(FileTime::compareTo)
                    .orElse(FileTime.fromMillis(0));
        } catch (IOException failed) {
            throw Failure.machine("Cannot read %s: %s.".formatted(path, failed.getMessage()));
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList();
        } catch (IOException failed) {
            throw Failure.machine("Cannot read %s: %s.".formatted(file, failed.getMessage()));
        }
    }
}
