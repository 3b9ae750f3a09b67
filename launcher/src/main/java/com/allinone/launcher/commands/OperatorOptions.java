package com.allinone.launcher.commands;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Operating;
import com.allinone.launcher.demo.SignIn;
import picocli.CommandLine.Option;

/** Who it is that a command acts as. */
public final class OperatorOptions {
    @Option(
            names = "--as",
            paramLabel = "USER",
            defaultValue = "olivia",
            description = "Who asks, an operator; for what only looks, an auditor too (default: olivia).")
    String user = "";

    Operating operating(ShopOptions options) {
        return new Operating(calls(options));
    }

    /** The shop's API, as that user. */
    JsonCalls calls(ShopOptions options) {
        var shop = JsonCalls.to(options.ports().origin());
        return shop.as(new SignIn(shop).token(DemoUser.named(user)));
    }
}
