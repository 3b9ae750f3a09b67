package com.allinone.endtoend.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page on which every kind of refusal is explained. */
final class Problems {

    static final String TYPES = "https://allinone.example/problems/";

    private static final Path PAGE = Path.of(System.getProperty("shop.checkout", ".."), "docs", "problems.md");
    private static final Pattern SLUG = Pattern.compile("(?m)(?:`|/problems/|^#+ )([a-z]+(?:-[a-z]+)*)");

    private Problems() {}

    static Set<String> explained() {
        try {
            return SLUG.matcher(Files.readString(PAGE))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
