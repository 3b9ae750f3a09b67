package com.allinone.identity.profiles;

import com.allinone.identity.domain.Address;
import com.allinone.identity.domain.PostalAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address as its owner and operators see it. */
public record AddressView(
        UUID id,
        String recipient,
        String phone,
        String line1,
        @Nullable String line2,
        String city,
        String postcode,
        String country) {

    static AddressView of(Address address) {
        PostalAddress postal = address.postal();
        return new AddressView(
                address.id(),
                postal.recipient(),
                postal.phone(),
                postal.line1(),
                postal.line2(),
                postal.city(),
                postal.postcode(),
                postal.country());
    }

    /** All of a person's addresses, oldest first; there are never enough for a second page. */
    public record AddressList(List<AddressView> items) {

        static AddressList of(List<Address> addresses) {
            return new AddressList(addresses.stream().map(AddressView::of).toList());
        }
    }

    /** What is answered to an added address: its id alone, because answers are kept with their Idempotency-Key. */
    public record AddedAddress(UUID id) {}
}
