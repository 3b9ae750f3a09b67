package com.allinone.inventory.storage;

import static com.allinone.inventory.Operator.newSku;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.inventory.Operator;
import com.allinone.messaging.sql.DatabaseFailure;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.TokenResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last line of defence: the database refuses stock that does not add up, whoever writes it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class StockConstraintTest {

    private final String sku = newSku();

    @Inject
    Transactions transactions;

    @BeforeEach
    void receiveFive() {
        new Operator().receives(5, sku);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "available = available - 1",
                "available = available + 1",
                "reserved = reserved + 1",
                "allocated = allocated + 1",
                "sold = sold + 1",
                "received = received + 1",
                "written_off = written_off + 1",
            })
    void aShelfThatDoesNotAddUpIsRefused(String change) {
        assertThatThrownBy(() -> write(change))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("stock_adds_up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "available = -1, reserved = 6",
                "reserved = -1, available = 6",
                "allocated = -1, available = 6",
                "sold = -1, available = 6",
                "written_off = -1, available = 6",
                "received = -1, available = -1",
            })
    void nothingIsEverNegative(String change) {
        assertThatThrownBy(() -> write(change))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void aShelfThatAddsUpIsTaken() {
        assertThatCode(() -> write("available = 1, reserved = 1, allocated = 1, sold = 1, written_off = 1"))
                .doesNotThrowAnyException();
    }

    private void write(String change) {
        transactions.run(transaction -> transaction
                .sql("update stock set " + change + " where sku = ?")
                .bind(sku)
                .update());
    }
}
