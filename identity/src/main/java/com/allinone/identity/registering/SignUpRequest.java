package com.allinone.identity.registering;

import com.allinone.http.json.Require;
import com.allinone.identity.domain.Email;
import com.allinone.identity.domain.Password;
import com.allinone.identity.domain.PersonName;
import com.allinone.identity.domain.SignUp;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who wants to sign up.
 *
 * @param email where they are reached; also what they sign in with
 * @param name what they want to be called, 1 to 100 characters
 * @param password goes to Keycloak, whose policy judges it
 */
public record SignUpRequest(
        @Schema(required = true, maxLength = 254, examples = "sora@example.com")
        String email,

        @Schema(required = true, maxLength = 100, examples = "소라")
        String name,

        @Schema(required = true, minLength = 8, maxLength = 128)
        String password) {

    public SignUpRequest {
        email = new Email(Require.present("email", email)).value();
        name = new PersonName(Require.present("name", name)).value();
        password = new Password(Require.present("password", password)).value();
    }

    SignUp wish(String requestKey) {
        return new SignUp(requestKey, new Email(email), new PersonName(name));
    }

    @Override
    public String toString() {
        return "SignUpRequest[…]";
    }
}
