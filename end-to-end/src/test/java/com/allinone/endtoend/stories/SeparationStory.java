package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.shop.Shop;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a service keeps is its own. */
@Story
class SeparationStory {

    private static final String NOT_ALLOWED = "42501";

    static final List<String> SERVICES = Shop.SERVICES;

    private final Shop shop;

    SeparationStory(Shop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceReadsItsOwnDatabaseAndNoOther(String service) {
        assertThat(shop.databases().ask(service, "select current_user")).containsExactly(service);

        Stream.concat(Shop.SERVICES.stream(), Stream.of("keycloak", "postgres", "template1"))
                .filter(other -> !other.equals(service))
                .forEach(other -> assertThatThrownBy(() -> {
                            try (var connection = shop.databases().connect(service, other)) {
                                throw new AssertionError("%s was let into %s".formatted(service, connection));
                            }
                        })
                        .as("%s in the database of %s", service, other)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refusal -> assertThat(refusal.getSQLState()).isEqualTo(NOT_ALLOWED)));
    }
}
