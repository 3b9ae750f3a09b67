package com.allinone.launcher.commands.messages;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.commands.ShopOptions;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.SignIn;
import com.allinone.launcher.operating.MessageDesk;
import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** As whom an operator's command speaks to the shop. */
public final class DeskOptions {
    @Mixin
    ShopOptions options = new ShopOptions();

    @Option(
            names = "--as",
            paramLabel = "USER",
            defaultValue = "olivia",
            description = "Who does it (default: olivia, the operator; adam, the auditor, may look).")
    String user = "";

    @Option(names = "--json", description = "Print JSON and nothing else.")
    boolean json;

    JsonCalls signedIn() {
        var shop = JsonCalls.to(options.ports().origin());
        return shop.as(new SignIn(shop).token(DemoUser.named(user)));
    }

    MessageDesk desk(String service) {
        return MessageDesk.of(signedIn(), service);
    }

    /** A field as it is; empty where there is none. */
    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** A stranger's text in one line of a terminal. */
    static String plain(String text, int longest) {
        var line = text.replaceAll("\\p{Cntrl}", "\u00b7");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "\u2026";
    }
}
