package com.allinone.endtoend.crashing;

import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** People who sign up, move house, and change their minds half-way: what leads identity to its points. */
final class SigningUp {

    private static final String USERS = "/api/v1/users";
    private static final String ME = USERS + "/me";
    private static final String ADDRESS = """
            {"recipient": "김소라", "phone": "010-1234-5678", "line1": "세종대로 110", "city": "서울",
             "postcode": "04524", "country": "KR"}""";

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Shop shop;
    private final Trade trade;
    private final Tampering tampering;

    SigningUp(Shop shop, Trade trade, Tampering tampering) {
        this.shop = shop;
        this.trade = trade;
        this.tampering = tampering;
    }

    List<Drive> drives() {
        return List.of(
                Drive.to("identity (SigningUp\\.(signUp|makeAccount|activate)|OutboxRelay|RelayProducer)\\b.*")
                        .by(this::signsUp),
                Drive.to("identity SigningUp\\.forget/.*").by(this::choosesABadPassword),
                Drive.to("identity SigningUp\\.takenBack.*")
                        .by(this::signsUpTooSlowly)
                        .lingeringAt("SigningUp.makeAccount:Accounts.create/after-call", Duration.ofSeconds(2)),
                Drive.to("identity UnfinishedSignUps\\.undo.*").by(this::signsUpByHalf),
                Drive.to("identity UnfinishedSignUps\\.forgetKeys/.*").first(tampering::ageSignUps),
                Drive.to("identity Profiles\\.mine/.*").by(this::isMet),
                Drive.to("identity (Profiles\\.rename|AddressBook\\.(add|remove))/.*")
                        .by(this::movesHouse));
    }

    private void signsUp() {
        Shopper.signsUp(shop);
    }

    private void choosesABadPassword() {
        String email = email();
        wishes(email, email); // the policy takes no password that is the e-mail
    }

    /** While Keycloak makes the account, the other half is taken back. */
    private void signsUpTooSlowly() {
        Thread slow = Thread.ofVirtual().start(() -> Trade.tried(() -> wishes(email(), "correct horse battery")));
        try {
            while (!slow.join(PAUSE)) {
                tampering.forgetsWhoIsHalfSignedUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signsUpByHalf() {
        tampering.leavesBehindHalfASignUp(Shopper.signsUp(shop).id());
    }

    /** Identity has no row of somebody whom Keycloak knows. */
    private void isMet() {
        tampering.forgetsAPerson(trade.shopper().id());
        trade.shopper().client().get(ME);
    }

    private void movesHouse() {
        Client client = trade.shopper().client();
        client.put(ME, "{\"name\": \"김소라\"}", "If-Match", client.get(ME).header("ETag"));
        client.post(ME + "/addresses", ADDRESS, "Idempotency-Key", Shopper.newKey());
        for (JsonNode address : client.get(ME + "/addresses").json().path("items")) {
            client.delete(ME + "/addresses/" + address.path("id").asText());
        }
    }

    private void wishes(String email, String password) {
        Client.of(shop.origin())
                .post(
                        USERS,
                        "{\"email\": \"%s\", \"name\": \"김소라\", \"password\": \"%s\"}".formatted(email, password),
                        "Idempotency-Key",
                        email);
    }

    private static String email() {
        return "half-" + UUID.randomUUID() + "@stories.example";
    }
}
