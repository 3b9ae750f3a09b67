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

/** Commits that an environment runs the image of the one before it; 0 when committed, 1 when something objects. */
@Command(
        name = "promote",
        description = "Commits that an environment runs the image that the one before it runs, after asking whether its"
                + " database and the services there can live with it. Argo CD does the rest once it is pushed.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 when it is committed, 1 when it must not be, 2 when the command line is wrong.")
public final class PromoteCommand implements Callable<Integer> {
    @Mixin
    CheckoutOptions options = new CheckoutOptions();

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "catalog, identity, inventory, order or payment.")
    String service = "";

    @Option(names = "--from", paramLabel = "ENVIRONMENT", required = true, description = "dev or staging.")
    String from = "";

    @Option(names = "--to", paramLabel = "ENVIRONMENT", required = true, description = "staging or prod.")
    String to = "";

    @Override
    public Integer call() {
        var source = Environment.named(from);
        var target = Environment.named(to);
        if (!target.comesRightAfter(source)) {
            throw Failure.usage("An image goes from one environment to the next (%s), not from %s to %s."
                    .formatted(Environment.all(), source, target));
        }
        var git = new Git(options.checkout());
        var releases = new Releases(options.checkout(), git);
        releases.requireService(service);
        CheckoutOptions.requireClean(git);
        var promotion = Promotion.of(service, source, target, releases, git);
        if (!promotion.objections().isEmpty()) {
            throw Failure.untrue(
                    "%s must not go to %s: %s.".formatted(service, target, String.join("; ", promotion.objections())));
        }
        var out = spec.commandLine().getOut();
        out.print(promotion.message());
        if (!options.dryRun) {
            var commit = releases.commit(service, target, promotion.release(), promotion.message());
            out.printf("Committed as %s; git push lets Argo CD see it.%n", commit);
        }
        out.flush();
        return ExitCode.OK;
    }
}
