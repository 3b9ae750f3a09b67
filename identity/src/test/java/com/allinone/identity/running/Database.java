package com.allinone.identity.running;

import com.allinone.messaging.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The service's database in the hands of a test. */
@ApplicationScoped
public class Database {

    private final Transactions transactions;

    Database(Transactions transactions) {
        this.transactions = transactions;
    }

    /** How many rows, finished or not, have that e-mail. */
    public long rows(String email) {
        return transactions.call(transaction -> transaction
                .sql("select count(*) as rows from person where email = ?")
                .bind(email)
                .first(row -> row.number("rows"))
                .orElseThrow());
    }

    public String status(String email) {
        return transactions.call(transaction -> transaction
                .sql("select status from person where email = ?")
                .bind(email)
                .first(row -> row.text("status"))
                .orElse("none"));
    }

    /** Leaves a sign-up as a process does that dies after its first half. */
    public void pending(UUID id, String email, String touchedAgo) {
        transactions.run(transaction -> transaction
                .sql("insert into person (registration_id, status, email, name, touched_at)"
                        + " values (?, 'PENDING', ?, '소라', now() - ?::interval)")
                .bind(id)
                .bind(email)
                .bind(touchedAgo)
                .update());
    }

    /** Makes the second half fail from now on, as a database does that is shut down. */
    public void refuseActivation() {
        transactions.run(transaction -> {
            transaction
                    .sql("create function refuse() returns trigger language plpgsql as"
                            + " $$ begin raise exception 'shutting down' using errcode = '57P01'; end $$")
                    .update();
            transaction
                    .sql("create trigger refuse before update on person for each row"
                            + " when (new.status = 'ACTIVE') execute function refuse()")
                    .update();
        });
    }

    public void acceptActivation() {
        transactions.run(transaction ->
                transaction.sql("drop function if exists refuse() cascade").update());
    }
}
