package com.allinone.launcher.commands;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints an access token of a demo user and nothing else, so that it can stand inside a curl. */
@Command(
        name = "token",
        description =
                "Prints an access token of a demo user: minji or jiho (shoppers), olivia (operator), adam (auditor).",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
    @Mixin
    ShopOptions options;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "USER", description = "Who signs in.")
    String user = "";

    @Override
    public Integer call() {
        var shop = JsonCalls.to(options.ports().origin());
        spec.commandLine().getOut().println(new SignIn(shop).token(DemoUser.named(user)));
        return ExitCode.OK;
    }
}
