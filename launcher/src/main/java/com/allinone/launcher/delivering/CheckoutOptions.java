package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which clone is committed to. */
public final class CheckoutOptions {
    private static final int MOST_NAMED = 3;

    @Option(
            names = "--checkout",
            paramLabel = "DIR",
            defaultValue = "${sys:shop.checkout:-.}",
            description = "The clone that is committed to (default: the one that ./shop is in).")
    Path checkout = Path.of(".");

    @Option(names = "--dry-run", description = "Say what would be committed, and commit nothing.")
    boolean dryRun;

    Path checkout() {
        return checkout.toAbsolutePath().normalize();
    }

    /** A commit must say what runs; what was edited and not committed would make it say something else. */
    static void requireClean(Git git) {
        var changed = git.changed();
        if (!changed.isEmpty()) {
            var named = changed.stream()
                    .limit(MOST_NAMED)
                    .map(line -> line.substring(3))
                    .toList();
            throw Failure.usage("%d files are not committed (%s%s): commit or stash them first."
                    .formatted(changed.size(), String.join(", ", named), changed.size() > MOST_NAMED ? ", …" : ""));
        }
    }
}
