package com.allinone.http.problems;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be served, as RFC 9457 describes it. Throw it from a resource; it becomes
 * {@code application/problem+json}. Its {@code type} is stable and is listed in docs/problems.md.
 */
public final class Problem extends RuntimeException {

    public static final String TYPES = "https://allinone.example/problems/";
    public static final String MEDIA_TYPE = "application/problem+json";

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Problem(int status, String type, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
    }

    /**
     * A problem to throw.
     *
     * @param status the HTTP status, 400 to 599
     * @param slug the last part of the type's address, as in {@code unknown-product}
     * @param detail a sentence that names what is wrong and what to do; shown to the caller
     */
    public static Problem of(int status, String slug, String detail) {
        return new Problem(status, slug, detail);
    }

    /** Adds a member that a program can read; its value must be plain data (text, number, list, map, record). */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a response header. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The body: type, title, status, detail and the added members. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPES + type);
        body.put("title", title(type));
        body.put("status", status);
        body.put("detail", detail());
        body.putAll(members);
        return body;
    }

    private static String title(String slug) {
        String words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
