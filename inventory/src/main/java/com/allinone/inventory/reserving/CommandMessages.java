package com.allinone.inventory.reserving;

import com.allinone.inventory.domain.Line;
import com.allinone.inventory.domain.OrderId;
import com.allinone.inventory.domain.Sku;
import com.allinone.inventory.domain.StockCommand;
import com.allinone.inventory.domain.StockCommand.Commit;
import com.allinone.inventory.domain.StockCommand.Release;
import com.allinone.inventory.domain.StockCommand.Reserve;
import com.allinone.inventory.domain.StockCommand.Ship;
import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.UnreadableMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Order's commands as they arrive. Only the fields that stock needs are named; others are skipped. */
final class CommandMessages {

    static final String RESERVE = "stock.reserve.v1";
    static final String RELEASE = "stock.release.v1";
    static final String COMMIT = "stock.commit.v1";
    static final String SHIP = "stock.ship.v1";
    static final Set<String> TYPES = Set.of(RESERVE, RELEASE, COMMIT, SHIP);

    private CommandMessages() {}

    /**
     * The command in a message.
     *
     * @throws UnreadableMessage when it cannot be one: a field is missing or out of bounds, or the key is not the order
     */
    static StockCommand read(IncomingMessage message) {
        StockCommand command = switch (message.type()) {
            case RESERVE -> message.body(ReserveBody.class).command();
            case RELEASE -> new Release(message.body(OrderBody.class).order());
            case COMMIT -> new Commit(message.body(OrderBody.class).order());
            case SHIP -> new Ship(message.body(OrderBody.class).order());
            default -> throw new UnreadableMessage("Not a command for stock: " + message.type());
        };
        if (!message.key().equals(command.orderId().toString())) {
            throw new UnreadableMessage(
                    "A " + message.type() + " for order " + command.orderId() + " has the key " + message.key());
        }
        return command;
    }

    @RegisterForReflection
    record ReserveBody(
            @Nullable UUID orderId,
            @Nullable List<LineBody> lines,
            @Nullable Instant holdUntil) {

        /** Times are kept in microseconds, as the database keeps them: the answer is the same when it is repeated. */
        StockCommand command() {
            try {
                return new Reserve(
                        new OrderId(required("orderId", orderId)),
                        required("lines", lines).stream().map(LineBody::line).toList(),
                        required("holdUntil", holdUntil).truncatedTo(ChronoUnit.MICROS));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new UnreadableMessage("A stock.reserve.v1 cannot be one: " + e.getMessage(), e);
            }
        }
    }

    @RegisterForReflection
    record LineBody(@Nullable String sku, long quantity) {

        Line line() {
            return new Line(new Sku(required("sku", sku)), quantity);
        }
    }

    @RegisterForReflection
    record OrderBody(@Nullable UUID orderId) {

        OrderId order() {
            return new OrderId(required("orderId", orderId));
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new UnreadableMessage("Field " + field + " is missing");
        }
        return value;
    }
}
