package com.allinone.launcher.commands;

import com.allinone.launcher.building.Build;
import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Service;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.running.Progress;
import com.allinone.launcher.running.Startup;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one service in Quarkus' dev mode in the place of the normal one, until Ctrl-C. */
@Command(
        name = "dev",
        description = "Runs one service in dev mode inside the running shop: a change is seen on save. Ctrl-C ends it"
                + " and starts the normal one again.",
        mixinStandardHelpOptions = true)
public final class DevCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "order, inventory, payment, catalog or identity.")
    String name = "";

    @Override
    public Integer call() throws InterruptedException {
        if (!Service.NAMES.contains(name)) {
            throw Failure.usage(
                    "There is no service called %s; there are %s.".formatted(name, String.join(", ", Service.NAMES)));
        }
        var site = options.site();
        var processes = new Processes(site.home());
        if (processes.find("postgres").isEmpty() || processes.find("kafka").isEmpty()) {
            throw Failure.part("The shop does not run; start it with ./shop up --detach first.");
        }
        var service = new Service(site, name);
        var progress = new Progress(spec.commandLine().getOut());
        var build = new Build(site.home(), Clock.systemUTC());
        processes.stop(name, service.stopSignal(), service.grace());
        progress.part(name, "stopped; dev mode takes its place");
        var back = new Thread(() -> comeBack(service, site.home(), progress), "back");
        Runtime.getRuntime().addShutdownHook(back);
        var command = build.maven(List.of(
                "-Dquick", "-Dmaven.test.skip=true", "-pl", name, "-am", "-Ddebug=false", "compile", "quarkus:dev"));
        command.environment().putAll(service.environment());
        try {
            var maven = command.inheritIO().start();
            return maven.waitFor() == 0 ? ExitCode.OK : ExitCode.BUILD;
        } catch (IOException failed) {
            throw Failure.machine("Maven cannot be run: %s.".formatted(failed.getMessage()));
        }
    }

    /** Runs however dev mode ended, also on Ctrl-C. */
    private static void comeBack(Service service, ShopHome home, Progress progress) {
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        ProcessHandle.current().children().forEach(child -> child.onExit().join());
        new Startup(home, progress).start(List.of(service));
    }
}
