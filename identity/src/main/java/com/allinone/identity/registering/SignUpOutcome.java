package com.allinone.identity.registering;

import com.allinone.identity.domain.Person;

/** How a sign-up ended. */
sealed interface SignUpOutcome {

    /** Both halves exist, by this request or by an earlier one with the same key. */
    record Registered(Person person) implements SignUpOutcome {}

    record EmailTaken() implements SignUpOutcome {}

    record EmailRefused() implements SignUpOutcome {}

    record PasswordRefused(String reason) implements SignUpOutcome {}

    /** Another sign-up with this e-mail is not finished. */
    record Busy() implements SignUpOutcome {}

    record KeyReused() implements SignUpOutcome {}
}
