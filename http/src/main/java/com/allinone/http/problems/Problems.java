package com.allinone.http.problems;

import java.util.Map;

/** The problems that every service can answer; each service's own ones stand beside what refuses. */
public final class Problems {

    private static final Map<Integer, String> SLUGS = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(401, "not-signed-in"),
            Map.entry(403, "not-allowed"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(413, "body-too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "headers-too-large"));

    private Problems() {}

    /** The body does not say what it should: names the field and what is wrong with it. */
    public static Problem invalidBody(String field, String why) {
        return Problem.of(400, "invalid-body", (field.isEmpty() ? "The body" : field) + " " + why)
                .with("field", field);
    }

    /** A record of the body refuses its own fields; {@code why} names the one, {@code path} where the record stands. */
    static Problem refusedBody(String path, String why) {
        return Problem.of(400, "invalid-body", path.isEmpty() ? why : path + ": " + why)
                .with("field", path);
    }

    /** A path, query or header value does not say what it should. */
    public static Problem invalidParameter(String name, String why) {
        return Problem.of(400, "invalid-parameter", name + " " + why).with("parameter", name);
    }

    public static Problem notFound(String what) {
        return Problem.of(404, "not-found", what + " was not found");
    }

    /** The general problem of a status that the framework answers with. */
    static Problem ofStatus(int status) {
        String slug = SLUGS.getOrDefault(status, status >= 500 ? "internal-error" : "bad-request");
        return Problem.of(status, slug, sentence(status));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 401 -> "Sign in first: send a valid access token as Authorization: Bearer …";
            case 403 -> "Your account does not have the role that this needs";
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not know that method";
            case 406 -> "This address answers with application/json only";
            case 413 -> "The body is larger than is accepted here";
            case 415 -> "Send the body as Content-Type: application/json";
            case 429 -> "Too many requests; wait a little and try again";
            case 431 -> "The request headers are larger than is accepted";
            default ->
                status >= 500 ? "Something went wrong on our side; trying again is safe" : "The request is not valid";
        };
    }
}
