package com.allinone.launcher.commands;

import com.allinone.launcher.explaining.OrderLog;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints the log of a part, and with {@code -f} what is added to it, also after the part was started anew; or all parts'
 * lines about one order.
 */
@Command(
        name = "logs",
        description = "Prints the log of a part, or of the build, or all parts' lines about one order.",
        mixinStandardHelpOptions = true)
public final class LogsCommand implements Callable<Integer> {
    private static final int PIECE = 64 * 1024;

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "PART", arity = "0..1", description = "Whose log, e.g. order, keycloak or build.")
    String part = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    boolean follow;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = "Instead: what all parts have logged about this order and in its traces, by time.")
    @Nullable
    String order;

    @Option(
            names = "--json",
            description = "With --order: the events as they were logged, one a line, with their part.")
    boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = options.home().logs();
        if (order != null) {
            return about(order, directory);
        }
        var log = directory.resolve(part + ".log");
        if (!directory.equals(log.normalize().getParent()) || !Files.exists(log)) {
            throw Failure.usage("There is no log of %s; there are %s.".formatted(part, known(directory)));
        }
        var out = spec.commandLine().getOut();
        var position = copy(log, 0, out);
        while (follow) {
            Thread.sleep(200);
            var size = Files.exists(log) ? Files.size(log) : 0;
            position = copy(log, size < position ? 0 : position, out);
        }
        return ExitCode.OK;
    }

    private int about(String id, Path directory) throws IOException {
        if (!part.isEmpty() || follow) {
            throw Failure.usage("--order asks all parts for what was logged; leave PART and --follow out.");
        }
        var lines = new OrderLog(directory).about(id);
        if (lines.isEmpty()) {
            throw Failure.untrue("Nothing was logged about order %s in %s.".formatted(id, directory));
        }
        var out = spec.commandLine().getOut();
        for (var line : lines) {
            if (json) {
                out.println(line.withPart());
            } else {
                out.printf(
                        "%-30s %-10s %-5s %-32s %s%n",
                        line.at(), line.part(), line.level(), line.traceId(), line.message());
            }
        }
        return ExitCode.OK;
    }

    private static long copy(Path log, long from, PrintWriter out) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var piece = new byte[PIECE];
            for (var length = file.read(piece); length > 0; length = file.read(piece)) {
                System.out.write(piece, 0, length);
            }
            System.out.flush();
            out.flush();
            return file.getFilePointer();
        }
    }

    private static String known(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
