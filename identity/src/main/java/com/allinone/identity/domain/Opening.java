package com.allinone.identity.domain;

import com.allinone.identity.domain.WrittenSignUp.Progress;
import java.time.Instant;
import java.util.Collection;

/** What happens to a sign-up whose row could not be written because its e-mail or its key is there already. */
public sealed interface Opening {

    /** It is new, and written down. */
    record Opened(RegistrationId id) implements Opening {}

    /** The same wish came before, and how it ended is not known: go on with it. */
    record Resumed(RegistrationId id) implements Opening {}

    /** The same wish came before and was granted. */
    record Done(UserId id, Instant registeredAt) implements Opening {}

    /** Somebody is known by this e-mail. */
    record EmailTaken() implements Opening {}

    /** Another sign-up with this e-mail is under way, or is being taken back. */
    record Busy() implements Opening {}

    /** The key came before, with another wish. */
    record KeyReused() implements Opening {}

    /**
     * Decides.
     *
     * @param written the stored sign-ups with the same key or the same e-mail, at most one of each
     */
    static Opening of(SignUp wish, Collection<WrittenSignUp> written) {
        for (WrittenSignUp before : written) {
            if (wish.requestKey().equals(before.requestKey())) {
                return wish.sameAs(before) ? again(before) : new KeyReused();
            }
        }
        return written.stream().anyMatch(before -> before.progress() instanceof Progress.Active)
                ? new EmailTaken()
                : new Busy();
    }

    private static Opening again(WrittenSignUp before) {
        return switch (before.progress()) {
            case Progress.Pending() -> new Resumed(before.id());
            case Progress.Undoing() -> new Busy();
            case Progress.Active(UserId id, Instant registeredAt) -> new Done(id, registeredAt);
        };
    }
}
