package com.allinone.launcher.delivering;

import com.allinone.launcher.home.Failure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a shop runs; an image passes them in this order. */
enum Environment {
    DEV,
    STAGING,
    PROD;

    private static final List<Environment> ORDER = List.of(values());

    /** The environment of that name, as it is written in gitops/. */
    static Environment named(String name) {
        return ORDER.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Failure.usage("There is no environment called %s; there are %s.".formatted(name, all())));
    }

    static String all() {
        return ORDER.stream().map(Environment::toString).collect(Collectors.joining(", "));
    }

    boolean comesRightAfter(Environment other) {
        return ORDER.indexOf(this) == ORDER.indexOf(other) + 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
