package com.allinone.identity.people;

import com.allinone.identity.domain.Opening;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.PersonName;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.SignUp;
import com.allinone.identity.domain.UserId;
import com.allinone.messaging.sql.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port to the stored people and the sign-ups that are not finished yet. One e-mail is one person or one sign-up. */
public interface People {

    /** Writes the sign-up down as pending under {@code id}, or decides what to do with the ones that are in its way. */
    Opening open(Transaction transaction, RegistrationId id, SignUp wish, Instant now);

    /** Makes a pending sign-up a person; empty when it is no longer pending. */
    Optional<Person> activate(Transaction transaction, RegistrationId id, UserId userId, Instant now);

    /** Forgets a sign-up that is no person yet; a person is left alone. */
    void forget(Transaction transaction, RegistrationId id);

    /** Takes pending and half undone sign-ups, untouched since {@code untouchedSince}, to undo them from now on. */
    List<RegistrationId> takeUnfinished(Transaction transaction, Instant untouchedSince, Instant now, int most);

    /** Forgets the request keys of sign-ups older than that. */
    int forgetKeys(Transaction transaction, Instant olderThan, int most);

    /** Writes down someone whose account was made in Keycloak; false when the id or the e-mail is there already. */
    boolean meet(Transaction transaction, RegistrationId id, Person person);

    Optional<Person> find(Transaction transaction, UserId id);

    /** The same, and no other transaction changes this person or their addresses until this one ends. */
    Optional<Person> findLocked(Transaction transaction, UserId id);

    /** Gives a person another name and forgets the key of their sign-up, which named the old one; the new version. */
    long rename(Transaction transaction, UserId id, PersonName name);
}
