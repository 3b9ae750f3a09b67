package com.allinone.launcher.explaining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The lines of all parts' logs that are about one order: those that name it, and those of the traces that such a line
 * belongs to. Logs of before the last start ({@code .log.1}) are read as well.
 */
public final class OrderLog {
    /** Of an order of which more is told the first lines are shown. */
    static final int MOST = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path directory;

    public OrderLog(Path directory) {
        this.directory = directory;
    }

    /**
     * One line.
     *
     * @param json the event as it was logged
     */
    public record Line(String part, JsonNode json) {
        public String at() {
            return json.path("time").asText("");
        }

        public String level() {
            return json.path("level").asText("");
        }

        public String message() {
            return json.path("message").asText("");
        }

        public String traceId() {
            return json.path("mdc").path("traceId").asText("");
        }

        /** The event with the name of its part, as one line of JSON. */
        public String withPart() {
            return ((ObjectNode) json.deepCopy()).put("part", part).toString();
        }
    }

    /** The lines about an order in the order of their times. */
    public List<Line> about(String order) throws IOException {
        var traces = new HashSet<String>();
        for (var line : lines(text -> text.contains(order))) {
            if (!line.traceId().isEmpty()) {
                traces.add(line.traceId());
            }
        }
        return lines(text -> text.contains(order) || namesOne(text, traces));
    }

    private static boolean namesOne(String text, Set<String> traces) {
        return traces.stream().anyMatch(text::contains);
    }

    private List<Line> lines(Predicate<String> wanted) throws IOException {
        var found = new ArrayList<Line>();
        for (var file : files()) {
            var part = file.getFileName().toString().replaceFirst("\\.log(\\.1)?$", "");
            // Of a part that was killed the last line may be cut within a character.
            try (var reader =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                for (var text = reader.readLine(); text != null && found.size() < MOST; text = reader.readLine()) {
                    if (text.startsWith("{") && wanted.test(text)) {
                        read(part, text, found);
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Line::at));
        return found;
    }

    private static void read(String part, String text, List<Line> found) {
        try {
            var json = JSON.readTree(text);
            if (json.isObject()) {
                found.add(new Line(part, json));
            }
        } catch (JsonProcessingException cutShort) {
            // The part was killed while it wrote this line; the rest of the log is as good as before.
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z-]+\\.log(\\.1)?"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
