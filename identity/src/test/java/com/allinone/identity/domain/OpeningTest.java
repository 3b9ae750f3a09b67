package com.allinone.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.identity.domain.WrittenSignUp.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:40:36Z");
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final RegistrationId BEFORE = new RegistrationId(new UUID(2, 2));
    private static final Progress PENDING = new Progress.Pending();
    private static final Progress UNDOING = new Progress.Undoing();
    private static final Progress ACTIVE = new Progress.Active(USER, AT);
    private static final SignUp WISH = new SignUp("key", new Email("sora@example.com"), new PersonName("소라"));

    @Test
    void theSameWishGoesOnWhereItStopped() {
        assertThat(Opening.of(WISH, List.of(written("key", "sora@example.com", PENDING))))
                .isEqualTo(new Opening.Resumed(BEFORE));
    }

    @Test
    void theSameWishIsAnsweredAsBefore() {
        assertThat(Opening.of(WISH, List.of(written("key", "sora@example.com", ACTIVE))))
                .isEqualTo(new Opening.Done(USER, AT));
    }

    @Test
    void whatIsTakenBackIsNeverFinished() {
        assertThat(Opening.of(WISH, List.of(written("key", "sora@example.com", UNDOING))))
                .isEqualTo(new Opening.Busy());
    }

    @Test
    void anotherWishUnderTheSameKeyIsRefusedHoweverFarTheFirstCame() {
        for (Progress progress : List.of(PENDING, UNDOING, ACTIVE)) {
            assertThat(Opening.of(WISH, List.of(written("key", "mina@example.com", progress))))
                    .isEqualTo(new Opening.KeyReused());
        }
    }

    @Test
    void anotherNameIsAnotherWish() {
        WrittenSignUp before =
                new WrittenSignUp(BEFORE, "key", new Email("sora@example.com"), new PersonName("Sora"), ACTIVE);

        assertThat(Opening.of(WISH, List.of(before))).isEqualTo(new Opening.KeyReused());
    }

    @Test
    void theEmailOfAPersonIsTaken() {
        assertThat(Opening.of(WISH, List.of(written(null, "sora@example.com", ACTIVE))))
                .isEqualTo(new Opening.EmailTaken());
    }

    @Test
    void theEmailOfAnotherUnfinishedSignUpIsBusy() {
        assertThat(Opening.of(WISH, List.of(written("other", "sora@example.com", PENDING))))
                .isEqualTo(new Opening.Busy());
        assertThat(Opening.of(WISH, List.of(written("other", "sora@example.com", UNDOING))))
                .isEqualTo(new Opening.Busy());
    }

    @Test
    void theKeyCountsBeforeTheEmail() {
        List<WrittenSignUp> both =
                List.of(written("other", "sora@example.com", ACTIVE), written("key", "mina@example.com", ACTIVE));

        assertThat(Opening.of(WISH, both)).isEqualTo(new Opening.KeyReused());
    }

    @Test
    void whatWasInTheWayAndIsGoneIsBusy() {
        assertThat(Opening.of(WISH, List.of())).isEqualTo(new Opening.Busy());
    }

    private static WrittenSignUp written(
            @org.jspecify.annotations.Nullable String key, String email, Progress progress) {
        return new WrittenSignUp(BEFORE, key, new Email(email), new PersonName("소라"), progress);
    }
}
