package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.processes.Memory;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.profiling.RunningJvm;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what the memory of a running part consists of: heap by class, and what is beside the heap. */
@Command(
        name = "memory",
        description = "Tells what a running part needs memory for: the heap by class, and what is beside the heap.",
        mixinStandardHelpOptions = true,
        footer =
                "Counting the heap collects it first, which stops the part for a moment. Look twice: what grew is the lead.")
public final class MemoryCommand implements Callable<Integer> {
    private static final int LINES_BEFORE_CLASSES = 2;
    private static final long MIB = 1024 * 1024;

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "PART", description = "A part that runs on the JVM, e.g. order or kafka.")
    String part = "";

    @Option(names = "--classes", paramLabel = "N", defaultValue = "15", description = "How many classes (default: 15).")
    int classes;

    @Override
    public Integer call() {
        if (classes < 1) {
            throw Failure.usage("--classes is at least 1, not %d.".formatted(classes));
        }
        var processes = new Processes(options.home());
        var jvm = RunningJvm.of(processes, part);
        var out = spec.commandLine().getOut();
        var resident = processes.find(part).map(Memory::of).orElse(0L);
        out.printf("%s, pid %d: %d MiB in all%n%nThe heap by class%n", part, jvm.pid(), resident / MIB);
        out.println(jvm.ask("GC.class_histogram")
                .lines()
                .skip(1)
                .limit(LINES_BEFORE_CLASSES + (long) classes)
                .collect(Collectors.joining("\n")));
        out.printf("%nHeap and metaspace%n%s%n", answered(jvm, "GC.heap_info"));
        out.printf("%nCompiled code%n%s%n", answered(jvm, "Compiler.codecache"));
        if (System.getProperty("os.name").equals("Linux")) {
            var library = jvm.ask("System.native_heap_info");
            out.printf(
                    "%nThe C library has %d MiB of the system, %d MiB of them free%n",
                    last(library, "system type=\"current\"") / MIB,
                    last(library, "total type=\"rest\" count=\"\\d+\"") / MIB);
        }
        return ExitCode.OK;
    }

    /** The size in the last such element, which is the sum of all arenas. */
    private static long last(String library, String element) {
        return Pattern.compile("<" + element + " size=\"(\\d+)\"/>")
                .matcher(library)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .reduce(0L, (before, now) -> now);
    }

    /** The answer without the line that repeats the process. */
    private static String answered(RunningJvm jvm, String command) {
        return jvm.ask(command).lines().skip(1).collect(Collectors.joining("\n"));
    }
}
