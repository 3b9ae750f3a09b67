package com.allinone.bench.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheyHaveToBe() {
        var table = new Table("what", "a second").row("orders", "1").row("x", "12,345,678");

        assertThat(table).hasToString("""
                what       a second
                orders            1
                x        12,345,678
                """);
    }

    @Test
    void aRowHasACellForEachHead() {
        assertThatThrownBy(() -> new Table("one").row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }
}
