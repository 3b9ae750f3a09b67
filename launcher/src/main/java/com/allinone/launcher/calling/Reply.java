package com.allinone.launcher.calling;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What an API answered.
 *
 * @param body missing where the answer was no JSON
 */
public record Reply(int status, HttpHeaders headers, JsonNode body) {
    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** What a problem+json says, or at least the status. */
    public String problem() {
        var detail = body.path("detail")
                .asText(body.path("title").asText(body.path("error_description").asText("")));
        return detail.isEmpty() ? "status " + status : "status " + status + ": " + detail.replaceFirst("\\.$", "");
    }
}
