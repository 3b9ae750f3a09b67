package com.allinone.launcher.delivering;

import com.allinone.launcher.commands.ErrorSentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** A Git repository with a small shop in it, and the commands run on it. */
final class ScratchShop {
    @CommandLine.Command(subcommands = {PromoteCommand.class, RollbackCommand.class})
    private static final class Shop {}

    private static final String MESSAGES = "contracts/src/main/resources/contracts/%s/%s.schema.json";
    final Path checkout;
    String out = "";
    String err = "";

    private ScratchShop(Path checkout) {
        this.checkout = checkout;
    }

    /** What is there already, whatever it is. */
    static ScratchShop at(Path checkout) {
        return new ScratchShop(checkout);
    }

    /** A new repository with two services, of which nothing was ever released. */
    static ScratchShop madeIn(Path directory) {
        try {
            var shop = at(Files.createDirectories(directory.resolve("shop")));
            shop.begin();
            return shop;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void begin() {
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Scratch");
        git("config", "user.email", "scratch@shop.invalid");
        git("config", "commit.gpgsign", "false");
        for (var service : List.of("inventory", "order")) {
            write("gitops/apps/%s/dev/values.yaml".formatted(service), "{}\n");
            code(service);
        }
        commit("A shop");
    }

    /** The source of a service, which names these types. */
    void code(String service, String... types) {
        var literals = Arrays.stream(types).map("\"%s\""::formatted).toList();
        write(service + "/src/main/java/Messages.java", String.join("\n", literals) + "\n");
    }

    void says(String publisher, String... types) {
        for (var type : types) {
            write(MESSAGES.formatted(publisher, type), "{}\n");
        }
    }

    void saysNoMore(String publisher, String type) {
        git("rm", "--quiet", MESSAGES.formatted(publisher, type));
    }

    void migration(String service, String name, String text) {
        write("%s/src/main/resources/db/migration/%s".formatted(service, name), text);
    }

    /** Commits that an environment runs an image, named by one letter, of what is committed now; as the pipeline does. */
    String release(String service, String environment, char image) {
        return release(service, environment, image, commit("Work on " + image));
    }

    String release(String service, String environment, char image, String commit) {
        var release = new Release(digest(image), commit);
        write(
                Releases.file(service, Environment.named(environment)),
                release.text(service, Environment.named(environment)));
        commit("Release");
        return commit;
    }

    static String digest(char image) {
        return "sha256:" + String.valueOf(image).repeat(64);
    }

    int run(String... arguments) {
        var told = new ArrayList<>(List.of(arguments));
        told.addAll(List.of("--checkout", checkout.toString()));
        var said = new StringWriter();
        var complained = new StringWriter();
        var shop = new CommandLine(new Shop())
                .setExecutionExceptionHandler(new ErrorSentences())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(complained, true));
        int code = shop.execute(told.toArray(String[]::new));
        out = said.toString();
        err = complained.toString();
        return code;
    }

    String read(String service, String environment) {
        try {
            return Files.readString(checkout.resolve(Releases.file(service, Environment.named(environment))));
        } catch (IOException missing) {
            return "";
        }
    }

    void write(String path, String text) {
        try {
            Files.createDirectories(checkout.resolve(path).getParent());
            Files.writeString(checkout.resolve(path), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String commit(String message) {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        return git("rev-parse", "HEAD").strip();
    }

    String git(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", checkout.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("git " + List.of(arguments) + ": " + text);
            }
            return text;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopNow);
        }
    }
}
