package com.allinone.bench.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssortmentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Assortment assortment = new Assortment(
            IntStream.range(0, 1_000).mapToObj("SKU-%03d"::formatted).toList(), 12_900, "KRW");

    @Test
    void ordersHaveOneToFiveLinesOfDifferentSkus() throws JsonProcessingException {
        var sizes = new TreeSet<Integer>();
        for (var number = 0; number < 2_000; number++) {
            var lines = lines(number);
            sizes.add(lines.size());
            assertThat(new HashSet<>(lines.findValuesAsText("sku"))).hasSameSizeAs(lines);
        }

        assertThat(sizes).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void everySkuIsOrdered() throws JsonProcessingException {
        var ordered = new HashSet<String>();
        for (var number = 0; number < 10_000; number++) {
            ordered.addAll(lines(number).findValuesAsText("sku"));
        }

        assertThat(ordered).hasSize(1_000);
    }

    @Test
    void theSameNumberIsTheSameOrder() {
        assertThat(assortment.order(42)).isEqualTo(assortment.order(42)).isNotEqualTo(assortment.order(43));
    }

    @Test
    void fewerThanFiveSkusAreTooFew() {
        assertThatThrownBy(() -> new Assortment(List.of("A", "B", "C", "D"), 1, "KRW"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JsonNode lines(int number) throws JsonProcessingException {
        return JSON.readTree(assortment.order(number)).path("lines");
    }
}
