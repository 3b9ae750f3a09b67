package com.allinone.endtoend.crashing;

import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.people.Answer;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What leads a service to a point, where trade alone does not or would take long. The one place to tell the run how a
 * new boundary is reached: a line in {@link #drives}.
 */
final class Drives {

    /** After so many looks at what was said last, something is said anew: it may have been redriven half. */
    private static final int MOST_LOOKS = 20;

    private final Trade trade;
    private final Shop shop;
    private final Tampering tampering;
    private final Settling settling;
    /** Has a price that changes; nobody buys it, for a death may leave it at any price. */
    private final Product repriced;

    private final List<Drive> drives;
    private String behindNonsense = "";
    private int looks;

    Drives(Shop shop, Trade trade) {
        this.trade = trade;
        this.shop = shop;
        this.settling = new Settling(trade);
        this.tampering = new Tampering(shop.databases());
        this.repriced = trade.operator().stocks(1);
        this.drives = Stream.concat(drives().stream(), new SigningUp(shop, trade, tampering).drives().stream())
                .toList();
    }

    private List<Drive> drives() {
        return List.of(
                drive("order CartResource\\..*").by(this::fillsAndEmptiesTheCart),
                drive("order PlacingResource\\..*").by(this::ordersTheCart),
                drive("order ProductCopies\\..*").by(this::reprices),
                drive("order (OperationsResource|Operating)\\..*").by(this::operates),
                drive("order (ReconciliationsResource\\.begin|Reconciling\\.takeOn).*")
                        .by(this::reconciles),
                drive("payment (Reporting|ProviderWalk|JdbcProviderCopies\\.(begin|keep|end))\\b.*")
                        .first(tampering::leasesNoWalk)
                        .by(this::reconciles),
                drive("payment JdbcProviderCopies\\.giveUp/.*")
                        .first(tampering::leasesNoWalk)
                        .by(this::reconcilesWhileTheProviderTurnsAway),
                drive("payment SettlementsResource\\..*").by(settling::goesOn),
                drive("order Repairing\\..*").by(this::repairs),
                drive("order Deadlines\\..*").by(tampering::hasWaitedForTooLong),
                drive("order OpenOrders\\..*").by(this::isStuck),
                drive("inventory OverdueHolds\\..*").by(tampering::isHeldForTooLong),
                drive("inventory AdjustmentsResource\\..*").by(this::adjusts),
                drive("inventory ReceiptsResource\\..*")
                        .by(() -> trade.operator().receives(trade.product(), 1)),
                drive("inventory BatchConsumer\\.parked/.*").by(tampering::saysNonsense),
                drive("inventory Discarding\\..*").by(this::discards),
                drive("inventory Redriving\\.redrive/.*").by(this::redrivesWhatStoodBehindNonsense),
                drive("inventory Redriving\\.redrive#2/.*").by(this::redrivesNonsense),
                drive("order Republishing\\..*").by(() -> publishesAgain("order")),
                drive("payment Republishing\\..*").by(() -> publishesAgain("payment")),
                drive("inventory Republishing\\..*").by(() -> publishesAgain("inventory")),
                drive("catalog Republishing\\..*").by(() -> publishesAgain("catalog")),
                drive("identity Republishing\\..*").by(() -> publishesAgain("identity")),
                drive("catalog EditingResource\\.list/.*")
                        .by(() -> trade.operator().stocks(0)),
                drive("catalog (EditingResource\\.edited|OutboxRelay|RelayProducer).*")
                        .by(this::reprices),
                drive("catalog LogLevels\\..*").by(this::logsMore),
                drive("catalog SeedCatalog\\..*").first(tampering::forgetsAProduct),
                drive("catalog Retention\\.make.*").first(tampering::losesADay),
                drive("catalog Retention\\.drop.*").first(tampering::keepsADayForTooLong),
                drive("catalog ForgottenKeys\\..*").first(tampering::keepsAKeyForTooLong),
                drive("payment JdbcHeardWebhooks\\.forget.*").first(tampering::keepsAWebhookForTooLong),
                drive("payment Charging\\.make:Desk\\.decide/.*")
                        .first(() -> tampering.hasTimeFor(Duration.ZERO))
                        .last(tampering::hasTimeAgain),
                drive("payment Charging\\.confirm:Desk\\.decide#2/.*")
                        .first(() -> tampering.hasTimeFor(Duration.ofSeconds(4)))
                        .last(tampering::hasTimeAgain)
                        .lingeringAt("Charging.confirm:Desk.decide/returned", Duration.ofSeconds(5)));
    }

    /** What leads there; trade alone, where nothing else is said. */
    Drive to(Point point) {
        return drives.stream()
                .filter(drive -> drive.points().matcher(point.toString()).matches())
                .findFirst()
                .orElseGet(() -> drive(".*"));
    }

    private void fillsAndEmptiesTheCart() {
        String line = "/api/v1/carts/mine/lines/" + trade.product().sku();
        Client client = trade.shopper().client();
        client.put(line, "{\"quantity\": 2}");
        client.delete(line);
    }

    private void ordersTheCart() {
        trade.shopper().puts(trade.product().sku(), 1);
        trade.shopper().ordersTheCart(Shopper.GOOD_CARD);
    }

    private void reprices() {
        String path = "/api/v1/catalog/products/" + repriced.sku();
        Client client = trade.operator().client();
        Answer seen = client.get(path).expecting(200);
        long amount = seen.json().path("price").path("amount").asLong();
        for (long price : List.of(amount + 1, amount)) {
            Answer now = client.get(path).expecting(200);
            client.put(
                    path + "/price",
                    "{\"amount\": %d, \"currency\": \"KRW\"}".formatted(price),
                    "If-Match",
                    now.header("ETag"));
        }
    }

    private void operates() {
        trade.operator()
                .client()
                .post(
                        "/api/v1/orders/" + trade.newest().id() + "/operations",
                        "{\"action\": \"RETRY_NOW\", \"reason\": \"it takes long\"}",
                        "Idempotency-Key",
                        Shopper.newKey());
    }

    private void reconciles() {
        trade.operator()
                .client()
                .send("POST", "/api/v1/orders/reconciliations?full=true", null, "Idempotency-Key", Shopper.newKey());
    }

    private void reconcilesWhileTheProviderTurnsAway() {
        shop.provider().turnsAwayTheNext(1);
        reconciles();
    }

    /** What is read of an order is not what its events say any more, and the operator has that mended. */
    private void repairs() {
        tampering.falsifiesAnOrder();
        trade.operator()
                .client()
                .post("/api/v1/orders/projections/repair", "{\"limit\": 500, \"reason\": \"it was tampered with\"}");
    }

    private void isStuck() {
        trade.shopper().cancels(trade.newest());
        tampering.hasBeenStuckForLong();
    }

    private void adjusts() {
        Product product = trade.product();
        String path = "/api/v1/inventory/stock/" + product.sku();
        Client client = trade.operator().client();
        Answer seen = client.get(path).expecting(200);
        client.post(
                path + "/adjustments",
                "{\"warehouse\": \"ICN1\", \"delta\": 1, \"reason\": \"found behind the shelf\"}",
                "If-Match",
                "\"%d\""
                        .formatted(seen.json()
                                .path("warehouses")
                                .path(0)
                                .path("version")
                                .asLong()));
    }

    private void redrivesNonsense() {
        tampering.saysNonsense();
        nonsense().forEach(desk()::redrives);
    }

    private void discards() {
        tampering.saysNonsense();
        nonsense().forEach(desk()::discardsTheFirst);
    }

    /** Behind nonsense stands what inventory has done long ago; without the nonsense it can be handled again. */
    private void redrivesWhatStoodBehindNonsense() {
        JsonNode key = Desk.key("reserving", behindNonsense);
        if (!behindNonsense.isEmpty() && desk().messages(key).size() > 1) {
            desk().discardsTheFirst(key);
            desk().redrives(key);
            behindNonsense = "";
        }
        if (behindNonsense.isEmpty() || ++looks % MOST_LOOKS == 0) {
            behindNonsense = tampering.saysNonsenseAndAgain(trade.newest().id());
        }
    }

    /** Takes away what was said only to be parked, and leaves no refund to a person. */
    void clear() {
        await("the last settlement").atMost(Drive.PATIENCE).ignoreExceptions().until(settling::isOver);
        await("inventory's desk").atMost(Drive.PATIENCE).ignoreExceptions().until(() -> {
            for (JsonNode key : nonsense()) {
                for (JsonNode _ : desk().messages(key)) {
                    desk().discardsTheFirst(key);
                }
            }
            return nonsense().isEmpty();
        });
    }

    /** What else is parked is nobody's to touch here: the books will tell of it. */
    private List<JsonNode> nonsense() {
        return desk().keys().stream()
                .filter(key -> tampering.said(key.path("key").asText()))
                .toList();
    }

    private Desk desk() {
        return new Desk(trade.operator());
    }

    private void logsMore() {
        trade.operator()
                .client()
                .put(
                        "/api/v1/catalog/log-levels",
                        "{\"logger\": \"com.allinone.catalog\", \"level\": \"DEBUG\", \"minutes\": 1, \"reason\": \"to see more\"}");
    }

    private void publishesAgain(String service) {
        trade.operator()
                .client()
                .post(
                        "/api/v1/" + service + "/outbox/republications",
                        "{\"from\": \"%s\"}".formatted(Instant.now().minusSeconds(20)));
    }

    private static Drive drive(String points) {
        return Drive.to(points);
    }
}
