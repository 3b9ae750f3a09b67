package com.allinone.identity.people;

import com.allinone.identity.domain.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the API shows them.
 *
 * @param email null for an account that has none
 * @param version the number in the ETag
 */
public record PersonView(UUID userId, @Nullable String email, String name, Instant registeredAt, long version) {

    public static PersonView of(Person person) {
        return new PersonView(
                person.id().value(),
                person.email() == null ? null : person.email().value(),
                person.name().value(),
                person.registeredAt(),
                person.version());
    }
}
