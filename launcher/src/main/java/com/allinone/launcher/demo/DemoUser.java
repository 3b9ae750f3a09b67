package com.allinone.launcher.demo;

import com.allinone.launcher.home.Failure;
import java.util.List;

/**
 * Someone who can sign in to a shop on a developer's machine, and nowhere else.
 *
 * @param id the same in every shop, so that a token's subject can be recognised
 */
public record DemoUser(String id, String name, String firstName, String lastName, String role) {
    public static final DemoUser SHOPPER =
            new DemoUser("0a11ce00-0000-4000-8000-000000000001", "minji", "Minji", "Kim", "shopper");
    public static final DemoUser OPERATOR =
            new DemoUser("0a11ce00-0000-4000-8000-000000000003", "olivia", "Olivia", "Reed", "operator");
    public static final List<DemoUser> ALL = List.of(
            SHOPPER,
            new DemoUser("0a11ce00-0000-4000-8000-000000000002", "jiho", "Jiho", "Park", "shopper"),
            OPERATOR,
            new DemoUser("0a11ce00-0000-4000-8000-000000000004", "adam", "Adam", "Stone", "auditor"));

    public String password() {
        return name + "-demo";
    }

    public String email() {
        return name + "@demo.allinone.example";
    }

    /** The demo user of that name. */
    public static DemoUser named(String name) {
        return ALL.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage("There is no demo user called %s; there are %s."
                        .formatted(name, ALL.stream().map(DemoUser::name).toList())));
    }
}
