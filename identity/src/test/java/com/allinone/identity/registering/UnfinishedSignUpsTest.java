package com.allinone.identity.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.allinone.identity.domain.Accounts;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.People;
import com.allinone.identity.running.Api;
import com.allinone.identity.running.Database;
import com.allinone.identity.running.Keycloak;
import com.allinone.messaging.sql.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stops half-way: each test lets one half fail, or leaves the state of a process that died in between. */
@QuarkusTest
class UnfinishedSignUpsTest {

    private final String key = Api.key();
    private final String email = Api.email();

    @Inject
    Database database;

    @Inject
    UnfinishedSignUps unfinished;

    @Inject
    Transactions transactions;

    @Inject
    People people;

    @Inject
    Accounts accounts;

    @BeforeEach
    void allIsWell() {
        Keycloak.awaitUp();
        Keycloak.reachable();
        Api.signUp(Api.email()).then().statusCode(201);
    }

    @AfterEach
    void repair() {
        database.acceptActivation();
        Keycloak.reachable();
        unfinished.undo(Instant.now());
    }

    @Test
    void withoutKeycloakNobodySignsUpAndNothingIsLeft() {
        Keycloak.unreachable();

        SignUpTest.problem(signUp(), 503, "identity-provider-unavailable");

        assertThat(database.rows(email)).isZero();
        Keycloak.reachable();
        assertThat(Keycloak.accounts(email)).isZero();
        assertThat(signUp().statusCode()).isEqualTo(201);
    }

    @Test
    void whenTheAnswerOfKeycloakIsLostTheSweepTakesBothHalvesBack() {
        Keycloak.losesAnswers();
        SignUpTest.problem(signUp(), 503, "identity-provider-unavailable");
        Keycloak.reachable();
        assertThat(Keycloak.accounts(email)).isEqualTo(1);
        assertThat(database.status(email)).isEqualTo("PENDING");

        unfinished.undo(Instant.now());

        nothingIsLeft();
    }

    @Test
    void whenTheAnswerOfKeycloakIsLostTheSameRequestGoesOn() {
        Keycloak.losesAnswers();
        signUp();
        Keycloak.reachable();

        assertThat(signUp().statusCode()).isEqualTo(201);

        assertThat(Keycloak.accounts(email)).isEqualTo(1);
        assertThat(database.status(email)).isEqualTo("ACTIVE");
        Keycloak.signIn(email, Api.PASSWORD).then().statusCode(200);
    }

    @Test
    void whenTheDatabaseFailsAfterKeycloakTheAccountIsGoneAfterTheSweep() {
        database.refuseActivation();
        SignUpTest.problem(signUp(), 503, "temporarily-unavailable");
        assertThat(Keycloak.accounts(email)).isEqualTo(1);
        database.acceptActivation();

        unfinished.undo(Instant.now());

        nothingIsLeft();
    }

    @Test
    void aProcessThatDiedBetweenTheHalvesLeavesNothing() {
        UUID mark = UUID.randomUUID();
        database.pending(mark, email, "2 minutes");
        Keycloak.account(email, mark);

        unfinished.sweep();

        nothingIsLeft();
    }

    @Test
    void aProcessThatDiedBeforeTheSecondHalfLeavesNothing() {
        database.pending(UUID.randomUUID(), email, "2 minutes");

        unfinished.sweep();

        nothingIsLeft();
    }

    @Test
    void whatIsStillBeingDoneIsLeftAlone() {
        database.pending(UUID.randomUUID(), email, "50 seconds");

        unfinished.sweep();

        assertThat(database.status(email)).isEqualTo("PENDING");
    }

    @Test
    void anotherRequestWithTheSameEmailWaitsForTheUnfinishedOne() {
        database.pending(UUID.randomUUID(), email, "1 second");

        SignUpTest.problem(Api.signUp(email), 409, "sign-up-unfinished");
    }

    @Test
    void withoutKeycloakTheSweepTriesAgainLater() {
        UUID mark = UUID.randomUUID();
        database.pending(mark, email, "2 minutes");
        Keycloak.account(email, mark);
        Keycloak.unreachable();
        unfinished.undo(Instant.now());
        assertThat(database.status(email)).isEqualTo("UNDOING");
        Keycloak.reachable();

        unfinished.undo(Instant.now());

        nothingIsLeft();
    }

    @Test
    void theSweepNeverRemovesAnAccountOfSomebodyElse() {
        Keycloak.account(email, UUID.randomUUID());
        database.pending(UUID.randomUUID(), email, "2 minutes");

        unfinished.sweep();

        assertThat(Keycloak.accounts(email)).isEqualTo(1);
        assertThat(database.rows(email)).isZero();
    }

    @Test
    void theSweepNeverRemovesAnAccountThatIsSomebody() {
        UUID mark = UUID.randomUUID();
        String other = Api.email();
        database.pending(mark, email, "2 minutes");
        Keycloak.account(other, mark);
        Keycloak.password(other, Api.PASSWORD);
        String token = Keycloak.signIn(other, Api.PASSWORD).path("access_token");
        assertThat(Api.me(token).statusCode()).isEqualTo(200);

        unfinished.sweep();

        assertThat(Keycloak.accounts(other)).isEqualTo(1);
        assertThat(database.rows(email)).isZero();
    }

    @Test
    void whatIsBeingUndoneIsNeverFinished() {
        RegistrationId id = new RegistrationId(UUID.randomUUID());
        database.pending(id.value(), email, "2 minutes");
        UserId account = new UserId(UUID.randomUUID());

        transactions.run(
                transaction -> people.takeUnfinished(transaction, Instant.now().minusSeconds(60), Instant.now(), 20));

        Optional<Person> person =
                transactions.call(transaction -> people.activate(transaction, id, account, Instant.now()));

        assertThat(person).isEmpty();
        assertThat(database.status(email)).isEqualTo("UNDOING");
    }

    @Test
    void aGraceShorterThanKeycloaksAnswersStopsTheStart() {
        SignUpConfig config = new SignUpConfig() {
            @Override
            public Duration grace() {
                return Duration.ofSeconds(29);
            }

            @Override
            public String sweepEvery() {
                return "off";
            }
        };
        UnfinishedSignUps hasty = new UnfinishedSignUps(transactions, people, accounts, Clock.systemUTC(), config);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasty.checkGrace(new StartupEvent()))
                .withMessageContaining("identity.sign-up.grace");
    }

    @Test
    void twoReplicasNeverTakeTheSame() {
        database.pending(UUID.randomUUID(), email, "2 minutes");
        Instant due = Instant.now().minus(Duration.ofMinutes(1));

        transactions.run(first -> {
            assertThat(people.takeUnfinished(first, due, Instant.now(), 20)).hasSize(1);
            transactions.run(second -> assertThat(people.takeUnfinished(second, due, Instant.now(), 20))
                    .isEmpty());
        });

        transactions.run(third ->
                assertThat(people.takeUnfinished(third, due, Instant.now(), 20)).isEmpty());
    }

    @Test
    void anAccountThatComesAfterTheSweepGoesTheSameWay() {
        Keycloak.slow();
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> signUp().statusCode());
        await().until(() -> database.status(email).equals("PENDING"));

        unfinished.undo(Instant.now());

        assertThat(answer.join()).isEqualTo(409);
        Keycloak.reachable();
        nothingIsLeft();
    }

    private Response signUp() {
        return Api.signUp(key, email, "소라", Api.PASSWORD);
    }

    private void nothingIsLeft() {
        assertThat(Keycloak.accounts(email)).isZero();
        assertThat(database.rows(email)).isZero();
    }
}
