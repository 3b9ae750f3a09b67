package com.allinone.identity.registering;

import com.allinone.identity.domain.Accounts;
import com.allinone.identity.domain.Accounts.AccountAnswer;
import com.allinone.identity.domain.Accounts.AccountsUnavailable;
import com.allinone.identity.domain.Opening;
import com.allinone.identity.domain.Password;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.SignUp;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.People;
import com.allinone.identity.publishing.IdentityEvents;
import com.allinone.messaging.sql.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes the two halves of a person: first our row, pending, which holds the e-mail; then the account in Keycloak, which
 * carries the row's id as its mark; then the row becomes the person, with the account's id, and says so. No transaction
 * is open while Keycloak is asked. Whatever stops this half-way leaves a pending row, by which the same request goes on
 * later, or {@link UnfinishedSignUps} takes both halves back.
 */
@ApplicationScoped
class SigningUp {

    private static final Logger LOG = Logger.getLogger(SigningUp.class);

    private final Transactions transactions;
    private final People people;
    private final Accounts accounts;
    private final Clock clock;

    SigningUp(Transactions transactions, People people, Accounts accounts, Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Signs up, or goes on with the same wish.
     *
     * @throws AccountsUnavailable when Keycloak does not answer; trying again with the same key is safe
     */
    SignUpOutcome signUp(SignUp wish, Password password) {
        RegistrationId fresh = new RegistrationId(UuidCreator.getTimeOrderedEpoch());
        Opening opening = transactions.call(transaction -> people.open(transaction, fresh, wish, clock.instant()));
        return switch (opening) {
            case Opening.Opened(RegistrationId id) -> begin(id, wish, password);
            case Opening.Resumed(RegistrationId id) -> makeAccount(id, wish, password);
            case Opening.Done(var id, var at) ->
                new SignUpOutcome.Registered(Person.registered(id, wish.email(), wish.name(), at));
            case Opening.EmailTaken() -> new SignUpOutcome.EmailTaken();
            case Opening.Busy() -> new SignUpOutcome.Busy();
            case Opening.KeyReused() -> new SignUpOutcome.KeyReused();
        };
    }

    private SignUpOutcome begin(RegistrationId id, SignUp wish, Password password) {
        try {
            return makeAccount(id, wish, password);
        } catch (AccountsUnavailable e) {
            if (e.nothingDone()) {
                forget(id);
            }
            throw e;
        }
    }

    private SignUpOutcome makeAccount(RegistrationId id, SignUp wish, Password password) {
        return switch (accounts.create(id, wish.email(), password)) {
            case AccountAnswer.Created(UserId userId) -> activate(id, userId);
            case AccountAnswer.EmailTaken() -> refused(id, new SignUpOutcome.EmailTaken());
            case AccountAnswer.EmailRefused() -> refused(id, new SignUpOutcome.EmailRefused());
            case AccountAnswer.PasswordRefused(String reason) -> refused(id, new SignUpOutcome.PasswordRefused(reason));
        };
    }

    private SignUpOutcome refused(RegistrationId id, SignUpOutcome outcome) {
        forget(id);
        return outcome;
    }

    private SignUpOutcome activate(RegistrationId id, UserId userId) {
        Optional<Person> person = transactions.call(transaction -> {
            Optional<Person> activated = people.activate(transaction, id, userId, clock.instant());
            activated.ifPresent(someone -> transaction.send(IdentityEvents.registered(someone)));
            return activated;
        });
        person.ifPresent(someone -> LOG.infof("Signed up, userId=%s registrationId=%s", userId, id));
        return person.or(() -> transactions.call(transaction -> people.find(transaction, userId)))
                .<SignUpOutcome>map(SignUpOutcome.Registered::new)
                .orElseGet(() -> takenBack(id, userId));
    }

    /** While Keycloak was slow the sweep took the sign-up back; the account that came late goes the same way. */
    private SignUpOutcome takenBack(RegistrationId id, UserId userId) {
        accounts.remove(userId);
        LOG.warnf("Removed an account that came too late, userId=%s registrationId=%s", userId, id);
        return new SignUpOutcome.Busy();
    }

    private void forget(RegistrationId id) {
        transactions.run(transaction -> people.forget(transaction, id));
    }
}
