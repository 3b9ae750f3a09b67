package com.allinone.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KindsTest {
    @Test
    void everyKindHasANameOfItsOwn() {
        assertThat(Kinds.all().stream().map(Fault::kind)).doesNotHaveDuplicates();
    }

    @Test
    void noKindComesTwiceBeforeEachCameOnce() {
        var kinds = Kinds.all().size();

        var drawn = Kinds.draw(kinds + 5, new Random(7));

        assertThat(drawn).hasSize(kinds + 5);
        assertThat(drawn.subList(0, kinds)).doesNotHaveDuplicates();
        assertThat(Kinds.draw(5, new Random(7))).isEqualTo(drawn.subList(0, 5));
    }

    @Test
    void aSeedDrawsTheSameAgainAndAnotherSeedSomethingElse() {
        assertThat(names(3)).isEqualTo(names(3)).isNotEqualTo(names(4));
    }

    private static List<String> names(long seed) {
        return Kinds.draw(12, new Random(seed)).stream().map(Fault::kind).toList();
    }
}
