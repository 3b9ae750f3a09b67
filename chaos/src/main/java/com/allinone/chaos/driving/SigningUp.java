package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Answer.Said;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.UUID;

/** Somebody whom the shop has never seen. */
final class SigningUp {
    private static final int TRIES = 60;

    private SigningUp() {}

    static Person somebody(Client client, long seed, int number) {
        var email = "chaos-%d-%d@stories.example".formatted(seed, number);
        var password = "correct horse " + UUID.randomUUID();
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("name", "김혼돈")
                .put("password", password);
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var answer = client.send("POST", "/api/v1/users", wish, () -> "", "Idempotency-Key", email);
            if (answer instanceof Said said && said.status() == 201) {
                return Person.signsIn(client, email, password);
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException stopNow) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("Nobody can sign up");
    }
}
