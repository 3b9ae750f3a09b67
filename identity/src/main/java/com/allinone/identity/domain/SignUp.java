package com.allinone.identity.domain;

/**
 * The wish to become known.
 *
 * @param requestKey the Idempotency-Key it came with: the same one means the same wish
 */
public record SignUp(String requestKey, Email email, PersonName name) {

    /** Whether this is the wish that was written down, apart from its password, of which nothing is kept. */
    boolean sameAs(WrittenSignUp written) {
        return email.equals(written.email()) && name.equals(written.name());
    }
}
