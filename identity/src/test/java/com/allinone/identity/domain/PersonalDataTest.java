package com.allinone.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final PostalAddress HOME =
            new PostalAddress("김소라", "+82 10-1234-5678", "세종대로 110", " ", "서울", "04524", "KR");

    @ParameterizedTest
    @ValueSource(strings = {"a@b.kr", "o'brien@example.com", "a.b+c@d-e.example.org", " Sora@Example.COM "})
    void anEmailLooksLikeOne(String text) {
        assertThat(new Email(text).value()).isEqualTo(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.kr",
                "a@.kr",
                "a@b..kr",
                ".a@b.kr",
                "a b@c.kr",
                "a@-b.kr",
                "a@b.kr<script>",
                "İ@b.kr",
                "a@b@c.kr"
            })
    void whatIsNoEmailIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Email(text))
                .withMessageStartingWith("email must be")
                .withMessageNotContaining("script");
    }

    @Test
    void anEmailHasAtMost254Characters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Email("a".repeat(64) + "@" + "b".repeat(187) + ".kr"));
        assertThat(new Email("a".repeat(64) + "@" + "b".repeat(186) + ".kr").value())
                .hasSize(254);
    }

    @Test
    void aNameHasOneToAHundredCharactersAndNoControls() {
        assertThat(new PersonName(" " + "n".repeat(100)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("n".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("a\u0000b"));
    }

    @Test
    void aPasswordHasOneTo128CharactersAndKeepsItsSpaces() {
        assertThat(new Password(" x ").value()).isEqualTo(" x ");
        assertThatIllegalArgumentException().isThrownBy(() -> new Password(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Password("p".repeat(129)));
    }

    @Test
    void nothingPersonalIsInATextForm() {
        Email email = new Email("sora@example.com");
        PersonName name = new PersonName("소라");
        Person person = Person.registered(new UserId(new UUID(1, 1)), email, name, Instant.EPOCH);
        SignUp wish = new SignUp("key", email, name);

        for (Object each :
                new Object[] {person, wish, new Password("hunter22"), HOME, new Address(new UUID(1, 2), HOME)}) {
            assertThat(each.toString()).doesNotContain("sora", "소라", "hunter22", "세종대로", "1234");
        }
    }

    @Test
    void anEmptySecondLineIsNone() {
        assertThat(HOME.line2()).isNull();
    }
}
