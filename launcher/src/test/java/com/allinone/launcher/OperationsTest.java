package com.allinone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What docs/operations.md tells people to call exists, with the options that it names, and so does every file. */
class OperationsTest {
    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern CALL =
            Pattern.compile("\\./shop ([a-z][a-z -]*?[a-z])(?= [^a-z ]| *[`\n]|$)([^`\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )(--[a-z][a-z-]*)");
    /** A file that a command writes need not be there. */
    private static final Pattern FILE = Pattern.compile(
            "(?<![\\w$/.-])(?<!> )((?:docs|terraform|gitops|charts|contracts|\\.ci|\\.github)/[\\w./-]*\\w)");

    private static final Pattern STORY = Pattern.compile("`(\\w+(?:Story|Test))`");
    /** Commands that another module brings. */
    private static final Set<String> ELSEWHERE = Set.of("chaos", "isolation", "bench");

    @Test
    void everyCommandAndEveryFileOfThePageExists() throws IOException {
        var page = Files.readString(CHECKOUT.resolve("docs/operations.md"));

        assertThat(calls(page)).as("calls").hasSizeGreaterThan(20);
        assertThat(wrong(page, CHECKOUT)).isEmpty();
    }

    @Test
    void whatDoesNotExistIsFound(@TempDir Path empty) throws IOException {
        assertThat(wrong("1. `./shop explode`", empty)).containsExactly("./shop explode");
        assertThat(wrong("1. `./shop restore --yesterday`", empty)).containsExactly("./shop restore --yesterday");
        assertThat(wrong("1. `./shop outbox explode --service order`", empty)).containsExactly("./shop outbox explode");
        assertThat(wrong("see docs/nothing.md", empty)).containsExactly("docs/nothing.md");
        assertThat(wrong("`NoSuchStory` does it", empty)).containsExactly("NoSuchStory");
        assertThat(wrong("1. `./shop restore --at $T`, or `./shop reconcile --full`.", empty))
                .isEmpty();
    }

    private static List<String> wrong(String page, Path checkout) throws IOException {
        var wrong = new ArrayList<>(calls(page));
        var files = FILE.matcher(page);
        while (files.find()) {
            if (!Files.exists(checkout.resolve(files.group(1)))) {
                wrong.add(files.group(1));
            }
        }
        var stories = STORY.matcher(page);
        while (stories.find()) {
            if (!isThere(checkout, stories.group(1) + ".java")) {
                wrong.add(stories.group(1));
            }
        }
        return wrong.stream().filter(each -> !each.startsWith("ok ")).distinct().toList();
    }

    /** Each call with whether it can be made. */
    private static List<String> calls(String page) {
        var calls = new ArrayList<String>();
        var matcher = CALL.matcher(page);
        while (matcher.find()) {
            calls.addAll(judged(List.of(matcher.group(1).strip().split(" ")), matcher.group(2)));
        }
        return calls;
    }

    private static List<String> judged(List<String> words, String rest) {
        if (ELSEWHERE.contains(words.getFirst())) {
            return List.of("ok " + words.getFirst());
        }
        var at = Shop.commandLine();
        var said = "./shop";
        for (var word : words) {
            if (at.getSubcommands().isEmpty()) {
                break;
            }
            said += " " + word;
            CommandLine next = at.getSubcommands().get(word);
            if (next == null) {
                return List.of(said);
            }
            at = next;
        }
        var answers = new ArrayList<>(List.of("ok " + said));
        var options = OPTION.matcher(rest);
        while (options.find()) {
            var option = options.group(1);
            answers.add((at.getCommandSpec().findOption(option) == null ? "" : "ok ") + said + " " + option);
        }
        return answers;
    }

    private static boolean isThere(Path checkout, String name) throws IOException {
        try (var modules = Files.newDirectoryStream(checkout, Files::isDirectory)) {
            for (var module : modules) {
                var tests = module.resolve("src/test/java");
                if (Files.isDirectory(tests)) {
                    try (var files = Files.walk(tests)) {
                        if (files.anyMatch(file -> file.endsWith(name))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
