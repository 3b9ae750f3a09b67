package com.allinone.identity.storage;

import com.allinone.identity.domain.Email;
import com.allinone.identity.domain.Opening;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.PersonName;
import com.allinone.identity.domain.RegistrationId;
import com.allinone.identity.domain.SignUp;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.domain.WrittenSignUp;
import com.allinone.identity.domain.WrittenSignUp.Progress;
import com.allinone.identity.people.People;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code person}: one row a sign-up, from its first second to the person that it makes. */
@ApplicationScoped
class JdbcPeople implements People {

    private static final String OPEN = """
            insert into person (registration_id, status, email, name, request_key, touched_at)
            values (?, 'PENDING', ?, ?, ?, ?) on conflict do nothing""";
    private static final String IN_THE_WAY = """
            select registration_id, status, user_id, email, name, request_key, registered_at
              from person where email = ? or request_key = ?
             order by registration_id for update""";
    private static final String TOUCH = "update person set touched_at = ? where registration_id = ?";
    private static final String ACTIVATE = """
            update person set status = 'ACTIVE', user_id = ?, registered_at = ?
             where registration_id = ? and status = 'PENDING'
            returning user_id, email, name, version, registered_at""";
    private static final String FORGET = "delete from person where registration_id = ? and status <> 'ACTIVE'";
    private static final String TAKE_UNFINISHED = """
            with taken as (
              select registration_id from person where status <> 'ACTIVE' and touched_at <= ?
               order by touched_at limit ? for update skip locked)
            update person set status = 'UNDOING', touched_at = ? from taken
             where person.registration_id = taken.registration_id
            returning person.registration_id""";
    private static final String FORGET_KEYS = """
            with old as (
              select registration_id from person
               where request_key is not null and touched_at < ? limit ? for update skip locked)
            update person set request_key = null from old where person.registration_id = old.registration_id""";
    private static final String MEET = """
            insert into person (registration_id, status, user_id, email, name, version, touched_at, registered_at)
            values (?, 'ACTIVE', ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String FIND =
            "select user_id, email, name, version, registered_at from person where user_id = ?";
    private static final String RENAME =
            "update person set name = ?, version = version + 1, request_key = null where user_id = ? returning version";

    @Override
    public Opening open(Transaction transaction, RegistrationId id, SignUp wish, Instant now) {
        int written = transaction
                .sql(OPEN)
                .bind(id.value())
                .bind(wish.email().value())
                .bind(wish.name().value())
                .bind(wish.requestKey())
                .bind(now)
                .update();
        if (written == 1) {
            return new Opening.Opened(id);
        }
        Opening opening = Opening.of(
                wish,
                transaction
                        .sql(IN_THE_WAY)
                        .bind(wish.email().value())
                        .bind(wish.requestKey())
                        .list(JdbcPeople::written));
        if (opening instanceof Opening.Resumed(RegistrationId resumed)) {
            transaction.sql(TOUCH).bind(now).bind(resumed.value()).update();
        }
        return opening;
    }

    @Override
    public Optional<Person> activate(Transaction transaction, RegistrationId id, UserId userId, Instant now) {
        return transaction
                .sql(ACTIVATE)
                .bind(userId.value())
                .bind(now)
                .bind(id.value())
                .first(JdbcPeople::person);
    }

    @Override
    public void forget(Transaction transaction, RegistrationId id) {
        transaction.sql(FORGET).bind(id.value()).update();
    }

    @Override
    public List<RegistrationId> takeUnfinished(Transaction transaction, Instant untouchedSince, Instant now, int most) {
        return transaction
                .sql(TAKE_UNFINISHED)
                .bind(untouchedSince)
                .bind(most)
                .bind(now)
                .list(row -> new RegistrationId(row.uuid("registration_id")));
    }

    @Override
    public int forgetKeys(Transaction transaction, Instant olderThan, int most) {
        return transaction.sql(FORGET_KEYS).bind(olderThan).bind(most).update();
    }

    @Override
    public boolean meet(Transaction transaction, RegistrationId id, Person person) {
        Email email = person.email();
        return transaction
                        .sql(MEET)
                        .bind(id.value())
                        .bind(person.id().value())
                        .bind(email == null ? null : email.value())
                        .bind(person.name().value())
                        .bind(person.version())
                        .bind(person.registeredAt())
                        .bind(person.registeredAt())
                        .update()
                == 1;
    }

    @Override
    public Optional<Person> find(Transaction transaction, UserId id) {
        return transaction.sql(FIND).bind(id.value()).first(JdbcPeople::person);
    }

    @Override
    public Optional<Person> findLocked(Transaction transaction, UserId id) {
        return transaction.sql(FIND + " for update").bind(id.value()).first(JdbcPeople::person);
    }

    @Override
    public long rename(Transaction transaction, UserId id, PersonName name) {
        return transaction
                .sql(RENAME)
                .bind(name.value())
                .bind(id.value())
                .first(row -> row.number("version"))
                .orElseThrow(() -> new IllegalStateException("Person to rename is gone, userId=" + id));
    }

    private static Person person(Row row) {
        return new Person(
                new UserId(row.uuid("user_id")),
                email(row),
                new PersonName(row.text("name")),
                row.number("version"),
                row.instant("registered_at"));
    }

    private static WrittenSignUp written(Row row) {
        return new WrittenSignUp(
                new RegistrationId(row.uuid("registration_id")),
                row.textOrNull("request_key"),
                email(row),
                new PersonName(row.text("name")),
                progress(row));
    }

    private static Progress progress(Row row) {
        return switch (row.text("status")) {
            case "PENDING" -> new Progress.Pending();
            case "UNDOING" -> new Progress.Undoing();
            case "ACTIVE" -> new Progress.Active(new UserId(row.uuid("user_id")), row.instant("registered_at"));
            case String other -> throw new IllegalStateException("Unknown status " + other);
        };
    }

    private static @Nullable Email email(Row row) {
        String email = row.textOrNull("email");
        return email == null ? null : new Email(email);
    }
}
