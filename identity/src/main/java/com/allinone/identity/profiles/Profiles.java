package com.allinone.identity.profiles;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.http.versions.Versions;
import com.allinone.identity.domain.Email;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.PersonName;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.People;
import com.allinone.identity.publishing.IdentityEvents;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The person behind a token. Someone whose account was made in Keycloak itself (staff, demo users) is met here for the
 * first time: they become known with the name and e-mail of their token, and that is announced like a sign-up.
 */
@ApplicationScoped
class Profiles {

    private static final Logger LOG = Logger.getLogger(Profiles.class);
    private static final String NAMELESS = "?";

    private final Transactions transactions;
    private final People people;
    private final Clock clock;

    Profiles(Transactions transactions, People people, Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.clock = clock;
    }

    Person mine(Caller caller) {
        UserId id = new UserId(caller.userId());
        return transactions.call(
                transaction -> people.find(transaction, id).orElseGet(() -> meet(transaction, caller, id)));
    }

    /** The caller as a person, whom nobody else changes until the transaction ends. */
    Person knownLocked(Transaction transaction, Caller caller) {
        UserId id = new UserId(caller.userId());
        return people.findLocked(transaction, id).orElseGet(() -> meet(transaction, caller, id));
    }

    Person byId(UserId id) {
        return transactions
                .call(transaction -> people.find(transaction, id))
                .orElseThrow(() -> Problems.notFound("User " + id));
    }

    /**
     * Renames the caller.
     *
     * @throws Problem 412 unless {@code seen} is the newest version
     */
    Person rename(Caller caller, PersonName name, long seen) {
        return transactions.call(transaction -> {
            Person person = knownLocked(transaction, caller);
            if (person.version() != seen) {
                throw Versions.stale(seen, person.version());
            }
            long version = people.rename(transaction, person.id(), name);
            return new Person(person.id(), person.email(), name, version, person.registeredAt());
        });
    }

    private Person meet(Transaction transaction, Caller caller, UserId id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Person stranger = Person.registered(id, email(caller).orElse(null), name(caller), now);
        if (people.meet(transaction, new RegistrationId(UuidCreator.getTimeOrderedEpoch()), stranger)) {
            transaction.send(IdentityEvents.registered(stranger));
            LOG.infof("Met an account made in Keycloak, userId=%s", id);
            return stranger;
        }
        return people.find(transaction, id)
                .orElseThrow(() -> Problem.of(
                                409,
                                "sign-up-unfinished",
                                "The e-mail address of this account belongs to a sign-up that is not finished, or to another"
                                        + " person; try again in a minute, then ask the shop")
                        .header("Retry-After", "60"));
    }

    private static Optional<Email> email(Caller caller) {
        return caller.claim("email").flatMap(text -> {
            try {
                return Optional.of(new Email(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static PersonName name(Caller caller) {
        return caller.claim("name")
                .or(() -> caller.claim("preferred_username"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceAll("\\p{Cntrl}", " "))
                .map(text -> new PersonName(text.substring(0, Math.min(text.length(), PersonName.LONGEST))))
                .orElseGet(() -> new PersonName(NAMELESS));
    }
}
