package com.allinone.identity.domain;

import java.util.Optional;

/** Port to the provider that keeps passwords and signs people in. Each call takes a few seconds at most. */
public interface Accounts {

    /**
     * Creates the account of a sign-up; finding one that this sign-up created before counts as created.
     *
     * @throws AccountsUnavailable when there is no answer
     */
    AccountAnswer create(RegistrationId mark, Email email, Password password);

    /**
     * The account that a sign-up created.
     *
     * @throws AccountsUnavailable when there is no answer
     */
    Optional<UserId> find(RegistrationId mark);

    /**
     * Removes an account; one that does not exist is removed.
     *
     * @throws AccountsUnavailable when there is no answer
     */
    void remove(UserId id);

    /** What the provider says to a new account. */
    sealed interface AccountAnswer {

        record Created(UserId id) implements AccountAnswer {}

        /** Another account has this e-mail. */
        record EmailTaken() implements AccountAnswer {}

        /** The provider does not accept such an e-mail address. */
        record EmailRefused() implements AccountAnswer {}

        /**
         * The password is against the policy.
         *
         * @param reason a sentence for the person who chose it
         */
        record PasswordRefused(String reason) implements AccountAnswer {}
    }

    /** The provider did not answer. */
    final class AccountsUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final boolean nothingDone;

        public AccountsUnavailable(boolean nothingDone, Throwable cause) {
            super("The identity provider did not answer: " + cause.getClass().getSimpleName(), cause);
            this.nothingDone = nothingDone;
        }

        /** Whether it is certain that the provider never saw the request. */
        public boolean nothingDone() {
            return nothingDone;
        }
    }
}
