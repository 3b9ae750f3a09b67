package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What gitops/ says is running, now and before. */
final class Releases {
    private static final String APPS = "gitops/apps";
    private final Path checkout;
    private final Git git;

    Releases(Path checkout, Git git) {
        this.checkout = checkout;
        this.git = git;
    }

    List<String> services() {
        try (var folders = Files.list(checkout.resolve(APPS))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw Failure.usage("%s has no %s; is it a checkout of the shop?".formatted(checkout, APPS));
        }
    }

    void requireService(String service) {
        if (!services().contains(service)) {
            throw Failure.usage(
                    "There is no service called %s; there are %s.".formatted(service, String.join(", ", services())));
        }
    }

    static String file(String service, Environment environment) {
        return "%s/%s/%s/release.yaml".formatted(APPS, service, environment);
    }

    Optional<Release> now(String service, Environment environment) {
        var file = file(service, environment);
        try {
            return Files.exists(checkout.resolve(file))
                    ? Optional.of(Release.read(Files.readString(checkout.resolve(file)), file))
                    : Optional.empty();
        } catch (IOException failed) {
            throw Failure.machine("%s cannot be read: %s.".formatted(file, failed.getMessage()));
        }
    }

    /**
     * What ran before what runs now, the latest first. What ran between an image's first coming and its return was gone back
     * from, and is no place to go back to.
     */
    List<Release> before(String service, Environment environment) {
        var all = ever(service, environment);
        var now = now(service, environment).map(Release::digest).orElse("");
        for (int first = all.size() - 1; first >= 0; first--) {
            if (all.get(first).digest().equals(now)) {
                return all.subList(first + 1, all.size());
            }
        }
        return all;
    }

    /** Every release there was, the latest first. */
    List<Release> ever(String service, Environment environment) {
        var file = file(service, environment);
        return git.history(file).stream()
                .flatMap(commit -> git.content(commit, file).stream())
                .map(text -> Release.read(text, file))
                .toList();
    }

    /** Writes and commits it, and nothing else. */
    String commit(String service, Environment environment, Release release, String message) {
        var file = file(service, environment);
        try {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), release.text(service, environment));
        } catch (IOException failed) {
            throw Failure.machine("%s cannot be written: %s.".formatted(file, failed.getMessage()));
        }
        return git.commit(file, message);
    }
}
