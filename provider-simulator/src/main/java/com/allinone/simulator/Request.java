package com.allinone.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request to the API: the path in parts after {@code /v1}, the page or query as a form. */
record Request(
        String method,
        List<String> path,
        Form form,
        @Nullable String key) {

    /** What must be equal for a key to be used again. */
    String fingerprint() {
        return method + " " + String.join("/", path) + "?" + form.encode();
    }
}
