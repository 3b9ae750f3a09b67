package com.allinone.identity.storage;

import com.allinone.identity.domain.Address;
import com.allinone.identity.domain.PostalAddress;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.Addresses;
import com.allinone.messaging.sql.Row;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code address}. */
@ApplicationScoped
class JdbcAddresses implements Addresses {

    private static final String OF = """
            select address_id, recipient, phone, line1, line2, city, postcode, country
              from address where user_id = ? order by added_at, address_id limit ?""";
    private static final String ADD = """
            insert into address (address_id, user_id, recipient, phone, line1, line2, city, postcode, country, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REMOVE = "delete from address where user_id = ? and address_id = ?";

    @Override
    public List<Address> of(Transaction transaction, UserId owner) {
        return transaction.sql(OF).bind(owner.value()).bind(Address.MOST).list(JdbcAddresses::address);
    }

    @Override
    public void add(Transaction transaction, UserId owner, Address address, Instant now) {
        PostalAddress postal = address.postal();
        transaction
                .sql(ADD)
                .bind(address.id())
                .bind(owner.value())
                .bind(postal.recipient())
                .bind(postal.phone())
                .bind(postal.line1())
                .bind(postal.line2())
                .bind(postal.city())
                .bind(postal.postcode())
                .bind(postal.country())
                .bind(now)
                .update();
    }

    @Override
    public boolean remove(Transaction transaction, UserId owner, UUID id) {
        return transaction.sql(REMOVE).bind(owner.value()).bind(id).update() == 1;
    }

    private static Address address(Row row) {
        return new Address(
                row.uuid("address_id"),
                new PostalAddress(
                        row.text("recipient"),
                        row.text("phone"),
                        row.text("line1"),
                        row.textOrNull("line2"),
                        row.text("city"),
                        row.text("postcode"),
                        row.text("country")));
    }
}
