package com.allinone.identity.profiles;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.identity.domain.Address;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.Addresses;
import com.allinone.messaging.sql.Transaction;
import com.allinone.messaging.sql.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The caller's addresses: never more than {@link Address#MOST}, however many are added at once. */
@ApplicationScoped
class AddressBook {

    private static final String ROUTE = "POST /api/v1/users/me/addresses";

    private final Transactions transactions;
    private final Profiles profiles;
    private final Addresses addresses;
    private final IdempotencyKeys keys;
    private final Clock clock;

    AddressBook(Transactions transactions, Profiles profiles, Addresses addresses, IdempotencyKeys keys, Clock clock) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.addresses = addresses;
        this.keys = keys;
        this.clock = clock;
    }

    List<Address> of(UserId owner) {
        return transactions.call(transaction -> addresses.of(transaction, owner));
    }

    /**
     * Adds an address, once per key.
     *
     * @throws Problem 409 when there are {@link Address#MOST} already, 422 when the key came with another address
     */
    Answer add(Caller caller, String key, AddressRequest request) {
        return transactions.call(
                transaction -> keys.claim(transaction, caller.userId().toString(), ROUTE, key, request.fingerprint())
                        .orElseGet(() -> added(transaction, caller, key, request)));
    }

    /**
     * Removes an address for good.
     *
     * @throws Problem 404 when the caller has no such address
     */
    void remove(Caller caller, UUID id) {
        boolean removed =
                transactions.call(transaction -> addresses.remove(transaction, new UserId(caller.userId()), id));
        if (!removed) {
            throw Problems.notFound("Address " + id);
        }
    }

    private Answer added(Transaction transaction, Caller caller, String key, AddressRequest request) {
        UserId owner = profiles.knownLocked(transaction, caller).id();
        if (addresses.of(transaction, owner).size() >= Address.MOST) {
            throw Problem.of(
                    409,
                    "too-many-addresses",
                    "You have " + Address.MOST + " addresses, which is the most there may be; remove one first");
        }
        Address address = new Address(UuidCreator.getTimeOrderedEpoch(), request.postal());
        addresses.add(transaction, owner, address, clock.instant());
        Answer answer = new Answer(201, AddressResource.PATH + "/" + address.id(), "{\"id\":\"" + address.id() + "\"}");
        keys.store(transaction, caller.userId().toString(), ROUTE, key, answer);
        return answer;
    }
}
