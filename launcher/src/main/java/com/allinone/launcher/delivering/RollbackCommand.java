package com.allinone.launcher.delivering;

import com.allinone.launcher.home.ExitCode;
import com.allinone.launcher.home.Failure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commits that an environment runs what it ran before; 0 when committed, 1 when the way back is barred. */
@Command(
        name = "rollback",
        description = "Commits that an environment runs the image that it ran before, and says what becomes of the"
                + " database and of messages. Argo CD does the rest once it is pushed.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 when it is committed, 1 when the way back is barred, 2 when the command line is wrong.")
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    CheckoutOptions options = new CheckoutOptions();

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "catalog, identity, inventory, order or payment.")
    String service = "";

    @Option(names = "--env", paramLabel = "ENVIRONMENT", required = true, description = "dev, staging or prod.")
    String environment = "";

    @Option(
            names = "--image",
            paramLabel = "DIGEST",
            defaultValue = "",
            description = "The image to go back to, or how its digest begins (default: the one right before).")
    String image = "";

    @Override
    public Integer call() {
        var where = Environment.named(environment);
        var git = new Git(options.checkout());
        var releases = new Releases(options.checkout(), git);
        releases.requireService(service);
        CheckoutOptions.requireClean(git);
        var back = Return.of(service, where, image, releases, git);
        if (!back.objections().isEmpty()) {
            throw Failure.untrue(
                    "%s cannot go back in %s: %s.".formatted(service, where, String.join("; ", back.objections())));
        }
        var out = spec.commandLine().getOut();
        out.print(back.message());
        if (!options.dryRun) {
            var commit = releases.commit(service, where, back.then(), back.message());
            out.printf("Committed as %s; git push lets Argo CD see it.%n", commit);
        }
        out.flush();
        return ExitCode.OK;
    }
}
