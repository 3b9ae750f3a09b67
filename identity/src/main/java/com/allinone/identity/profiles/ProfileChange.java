package com.allinone.identity.profiles;

import com.allinone.http.json.Require;
import com.allinone.identity.domain.PersonName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a profile its owner can change.
 *
 * @param name 1 to 100 characters
 */
public record ProfileChange(
        @Schema(required = true, maxLength = 100, examples = "소라")
        String name) {

    public ProfileChange {
        name = new PersonName(Require.present("name", name)).value();
    }

    @Override
    public String toString() {
        return "ProfileChange[…]";
    }
}
