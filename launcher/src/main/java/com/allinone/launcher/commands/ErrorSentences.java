package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Whatever goes wrong is told in one sentence; only what nobody foresaw shows where it came from. */
public final class ErrorSentences implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        var known = causes(thrown)
                .filter(Failure.class::isInstance)
                .map(Failure.class::cast)
                .findFirst();
        var full = causes(thrown)
                .anyMatch(cause ->
                        Optional.ofNullable(cause.getMessage()).orElse("").contains("No space left on device"));
        if (full) {
            command.getErr().println("The disk is full; free some space and try again.");
            return ExitCode.MACHINE;
        }
        if (known.isPresent()) {
            command.getErr().println(known.get().sentence());
            return known.get().exitCode();
        }
        thrown.printStackTrace(command.getErr());
        return ExitCode.UNTRUE;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
