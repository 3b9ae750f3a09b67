package com.allinone.chaos.driving;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.chaos.driving.Goods.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final int ORDERS = 3_000;
    private final Goods goods = new Goods(ORDERS);

    @Test
    void aSeedPlansTheSameAgain() {
        assertThat(plan(5, 17)).isEqualTo(plan(5, 17)).isNotEqualTo(plan(6, 17));
    }

    @Test
    void noTwoOrdersShareAKeyOrAnAddress() {
        assertThat(IntStream.range(0, ORDERS).mapToObj(number -> plan(1, number).key()))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, ORDERS).mapToObj(number -> plan(1, number).address()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRunBuysOfEveryKindWithEveryKindOfCardAndCancelsAndShips() {
        var plans =
                IntStream.range(0, ORDERS).mapToObj(number -> plan(1, number)).toList();

        for (var kind : Kind.values()) {
            assertThat(plans).anyMatch(plan -> plan.goods().stream().anyMatch(good -> good.kind() == kind));
        }
        assertThat(plans.stream().map(Plan::card).distinct()).hasSize(20);
        assertThat(plans).anyMatch(plan -> plan.cancelAfterMillis() >= 0);
        assertThat(plans).anyMatch(plan -> plan.shipAfterMillis() >= 0 && plan.delivers());
        assertThat(plans.stream().map(Plan::operation).distinct()).containsExactlyInAnyOrder("", "RETRY_NOW", "CANCEL");
        assertThat(plans).anyMatch(Plan::doubts);
        assertThat(plans).anyMatch(plan -> !plan.insists());
        assertThat(plans)
                .allMatch(plan ->
                        plan.goods().stream().distinct().count() == plan.goods().size());
    }

    private Plan plan(long seed, int number) {
        return Plan.of(seed, number, 12, goods);
    }
}
