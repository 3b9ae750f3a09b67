package com.allinone.identity.profiles;

import com.allinone.http.json.Require;
import com.allinone.identity.domain.PostalAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address to be added; what each field may hold is said at {@link PostalAddress}. */
public record AddressRequest(
        @Schema(required = true, maxLength = 100, examples = "김소라")
        String recipient,

        @Schema(required = true, examples = "+82 10-1234-5678")
        String phone,

        @Schema(required = true, maxLength = 200, examples = "세종대로 110")
        String line1,

        @Schema(maxLength = 200, examples = "3층") @Nullable String line2,

        @Schema(required = true, maxLength = 100, examples = "서울")
        String city,

        @Schema(required = true, examples = "04524") String postcode,
        @Schema(required = true, examples = "KR") String country) {

    public AddressRequest {
        PostalAddress checked = new PostalAddress(
                Require.present("recipient", recipient),
                Require.present("phone", phone),
                Require.present("line1", line1),
                line2,
                Require.present("city", city),
                Require.present("postcode", postcode),
                Require.present("country", country));
        recipient = checked.recipient();
        phone = checked.phone();
        line1 = checked.line1();
        line2 = checked.line2();
        city = checked.city();
        postcode = checked.postcode();
        country = checked.country();
    }

    PostalAddress postal() {
        return new PostalAddress(recipient, phone, line1, line2, city, postcode, country);
    }

    /** A text that is equal when the wish is, for the Idempotency-Key. */
    String fingerprint() {
        return String.join("\n", recipient, phone, line1, line2 == null ? "" : line2, city, postcode, country);
    }

    @Override
    public String toString() {
        return "AddressRequest[…]";
    }
}
