package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What runs of a service in an environment, as {@code gitops/apps/<service>/<environment>/release.yaml} says it.
 *
 * @param digest of the image, as in {@code sha256:…}
 * @param commit that the image was built from; its chart is used as well
 */
record Release(String digest, String commit) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** Reads a file's text; what is wrong with it is told with the file's name. */
    static Release read(String text, String file) {
        JsonNode told;
        try {
            told = YAML.readTree(text);
        } catch (IOException unreadable) {
            throw Failure.untrue("%s cannot be read as YAML.".formatted(file));
        }
        return new Release(required(told, "digest", DIGEST, file), required(told, "commit", COMMIT, file));
    }

    private static String required(JsonNode told, String key, Pattern form, String file) {
        var value = told.path(key).asText("");
        if (!form.matcher(value).matches()) {
            throw Failure.untrue(
                    value.isEmpty()
                            ? "%s names no %s.".formatted(file, key)
                            : "%s names the %s %s, which is none.".formatted(file, key, value));
        }
        return value;
    }

    String text(String service, Environment environment) {
        return """
                # Written by the pipeline, ./shop promote and ./shop rollback; the history of this file is what ran here.
                service: %s
                environment: %s
                digest: %s
                commit: %s
                """.formatted(service, environment, digest, commit);
    }

    /** Enough of the digest for a person to know it again. */
    String brief() {
        return digest.substring(0, "sha256:".length() + 12);
    }
}
