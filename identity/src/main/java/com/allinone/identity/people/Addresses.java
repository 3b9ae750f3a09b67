package com.allinone.identity.people;

import com.allinone.identity.domain.Address;
import com.allinone.identity.domain.UserId;
import com.allinone.messaging.sql.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Port to the stored addresses. */
public interface Addresses {

    /** The addresses of one person, oldest first, {@link Address#MOST} at most. */
    List<Address> of(Transaction transaction, UserId owner);

    void add(Transaction transaction, UserId owner, Address address, Instant now);

    /** Removes it for good; false when this person has no such address. */
    boolean remove(Transaction transaction, UserId owner, UUID id);
}
