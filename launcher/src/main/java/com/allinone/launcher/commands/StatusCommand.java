package com.allinone.launcher.commands;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.processes.Memory;
import com.allinone.launcher.processes.Processes;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows every part; exit code 0 only when all are healthy, 4 when one does not run, 1 when one is unwell. */
@Command(
        name = "status",
        description =
                "Shows every part with its state, process, port and memory; ends with 0 only when all are healthy.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    /** One part as it is now; pid and rssMiB are missing when it does not run. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartStatus(
            String name,
            String state,
            @Nullable Long pid,
            int port,
            @Nullable Long rssMiB) {}

    /** The whole shop as it is now. */
    record ShopStatus(List<PartStatus> parts, long totalRssMiB) {}

    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var site = options.site();
        var processes = new Processes(site.home());
        var parts = Parts.of(site).all().parallelStream()
                .map(part -> look(processes, part))
                .toList();
        var total = parts.stream()
                .mapToLong(part -> part.rssMiB() == null ? 0 : part.rssMiB())
                .sum();
        print(new ShopStatus(parts, total));
        if (parts.stream().anyMatch(part -> part.state().equals("down"))) {
            return ExitCode.PART;
        }
        return parts.stream().allMatch(part -> part.state().equals("healthy")) ? ExitCode.OK : ExitCode.UNTRUE;
    }

    private static PartStatus look(Processes processes, Part part) {
        var port = part.ports().getFirst();
        return processes
                .find(part.name())
                .map(process -> new PartStatus(
                        part.name(),
                        part.healthy() ? "healthy" : "unwell",
                        process.pid(),
                        port,
                        Memory.of(process) >> 20))
                .orElseGet(() -> new PartStatus(part.name(), "down", null, port, null));
    }

    private void print(ShopStatus status) throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(status));
            return;
        }
        out.printf("%-20s %-9s %8s %6s %9s%n", "part", "state", "pid", "port", "memory");
        for (var part : status.parts()) {
            out.printf(
                    "%-20s %-9s %8s %6d %9s%n",
                    part.name(),
                    part.state(),
                    part.pid() == null ? "-" : part.pid(),
                    part.port(),
                    part.rssMiB() == null ? "-" : part.rssMiB() + " MiB");
        }
        out.printf("%-20s %35d MiB%n", "together", status.totalRssMiB());
    }
}
