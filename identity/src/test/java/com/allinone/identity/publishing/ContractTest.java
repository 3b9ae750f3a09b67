package com.allinone.identity.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.identity.domain.Email;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.PersonName;
import com.allinone.identity.domain.UserId;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.testing.Contracts;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final Person SORA = Person.registered(
            new UserId(UUID.fromString("20e68d3f-4e95-4ad8-aec8-59523d898448")),
            new Email("sora@example.com"),
            new PersonName("소라"),
            Instant.parse("2026-11-21T10:40:36.123456Z"));

    @Test
    void whatIsPublishedKeepsToItsSchema() {
        OutgoingMessage message = IdentityEvents.registered(SORA);

        assertThat(Contracts.violations("identity", "user.registered.v1", message.body()))
                .isEmpty();
        assertThat(message)
                .isEqualTo(new OutgoingMessage(
                        "identity.events",
                        "20e68d3f-4e95-4ad8-aec8-59523d898448",
                        "user.registered.v1",
                        new UserRegistered(SORA.id().value(), SORA.registeredAt())));
    }

    @Test
    void theFirstExampleIsWhatIsPublished() {
        String example = Contracts.examples("identity", "user.registered.v1").getFirst();

        assertThat(MessageJson.read(example, UserRegistered.class))
                .isEqualTo(IdentityEvents.registered(SORA).body());
    }

    @Test
    void theSchemaRefusesWhatIsPersonal() {
        String withEmail = MessageJson.write(IdentityEvents.registered(SORA).body())
                .replace("{", "{\"email\":\"sora@example.com\",");

        assertThat(Contracts.violationsOfJson("identity", "user.registered.v1", withEmail))
                .isNotEmpty();
    }
}
