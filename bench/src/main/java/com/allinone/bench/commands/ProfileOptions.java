package com.allinone.bench.commands;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a picture is wanted. */
public final class ProfileOptions {
    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description =
                    "Draw a flame graph of all parts during one more round, which does not count, as an HTML file.")
    @Nullable
    Path page;

    Optional<Path> page() {
        return Optional.ofNullable(page);
    }
}
