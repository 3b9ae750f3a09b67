package com.allinone.endtoend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.endtoend.Story;
import com.allinone.endtoend.people.Client;
import com.allinone.endtoend.people.Operator;
import com.allinone.endtoend.people.Order;
import com.allinone.endtoend.people.Product;
import com.allinone.endtoend.people.Shopper;
import com.allinone.endtoend.shop.Shop;
import com.allinone.endtoend.shop.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What somebody tells the shop about themselves is in no span, no log line and no label of a metric; nor is what any
 * other story has told it.
 */
@Story
class PrivacyStory {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> SERVICES = List.of("order", "inventory", "payment", "catalog", "identity");
    private static final Map<String, Integer> PORTS =
            Map.of("order", 8101, "inventory", 8102, "payment", 8103, "catalog", 8104, "identity", 8105);

    /** Attributes that spans may have. One more is one more question whether it tells of somebody. */
    private static final List<String> ATTRIBUTES = List.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "url.path",
            "url.scheme",
            "server.address",
            "server.port",
            "network.protocol.version",
            "http.request.body.size",
            "http.response.body.size",
            "messaging.system",
            "messaging.operation.type",
            "messaging.operation.name",
            "messaging.destination.name",
            "messaging.message.id",
            "messaging.kafka.message.key",
            "messaging.consumer.group.name",
            "messaging.batch.message_count",
            "code.function.name",
            "otel.status_code",
            "otel.status_description",
            "otel.scope.name",
            "otel.scope.version",
            "order.id",
            "order.saga.state",
            "order.saga.next_state",
            "payment.id",
            "payment.attempt",
            "payment.outcome",
            "span.kind",
            "error",
            "error.type");

    private final Shop shop;

    PrivacyStory(Shop shop) {
        this.shop = shop;
    }

    /** Something that was told, and where it must not be found. */
    private record Secret(String what, Pattern pattern) {
        static Secret of(String what, String text) {
            return new Secret(what, Pattern.compile(Pattern.quote(text)));
        }
    }

    @Test
    void nothingAboutAPersonIsInSpansLogsOrLabels() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String name = "이름" + mark;
        Shopper shopper = Shopper.signsUp(shop, name);
        String street = "비밀로 " + mark;
        shopper.client()
                .post("/api/v1/users/me/addresses", """
                        {"recipient": "%s", "phone": "010-9988-7766", "line1": "%s", "city": "서울",
                         "postcode": "04524", "country": "KR"}""".formatted(name, street), "Idempotency-Key", Shopper.newKey())
                .expecting(201);
        Order last = shops(shopper);

        await("the trace " + last.traceId())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Tree.of(shop.traces(), last.traceId()).isWhole());
        List<Secret> secrets = List.of(
                Secret.of("a name", name),
                Secret.of("the name of other stories' shoppers", "김소라"),
                Secret.of("a street", street),
                Secret.of("a telephone number", "010-9988-7766"),
                Secret.of("an e-mail address", "@stories.example"),
                Secret.of("a password", "correct horse"),
                Secret.of("a demo user's password", "-demo\""),
                new Secret("a card's token", Pattern.compile("\\btok_[a-z0-9_]+")),
                new Secret("a token that signs in", Pattern.compile("eyJ[A-Za-z0-9_-]{20,}\\.eyJ")));

        assertThat(found(secrets, "spans", spans())).isEmpty();
        assertThat(found(secrets, "metrics", metrics())).isEmpty();
        assertThat(found(secrets, "logs", logs())).isEmpty();
        assertThat(strangers(spans()))
                .as("attributes of spans that are not on the list")
                .isEmpty();
    }

    /** Every way that money can go tells something to somebody. */
    private Order shops(Shopper shopper) {
        Operator operator = Operator.signsIn(shop);
        Product product = operator.stocks(10);
        for (String card : List.of("tok_declined", "tok_requires_action", "tok_500_after", "tok_reset")) {
            shopper.orders(product, 1, card).ends(PATIENCE);
        }
        Order cancelled = shopper.orders(product, 1);
        cancelled.awaits("DELIVERY_READY");
        shopper.cancels(cancelled);
        cancelled.ends(PATIENCE);
        shopper.tries("{\"lines\": []}");
        Order last = shopper.orders(product, 1);
        last.awaits("DELIVERY_READY");
        return last;
    }

    private static List<String> found(List<Secret> secrets, String where, Map<String, String> texts) {
        List<String> found = new ArrayList<>();
        texts.forEach((source, text) -> {
            assertThat(text).as("%s of %s", where, source).isNotEmpty();
            for (Secret secret : secrets) {
                Matcher matcher = secret.pattern().matcher(text);
                if (matcher.find()) {
                    String around = text.substring(
                            Math.max(0, matcher.start() - 150), Math.min(text.length(), matcher.end() + 50));
                    found.add("%s in %s of %s: …%s…".formatted(secret.what(), where, source, around));
                }
            }
        });
        return found;
    }

    private Map<String, String> spans() {
        return texts(
                Stream.concat(Stream.of("ingress"), SERVICES.stream()),
                service -> shop.traces().everything(service));
    }

    private Map<String, String> metrics() {
        return texts(
                SERVICES.stream(),
                service -> Client.of("http://127.0.0.1:" + (PORTS.getOrDefault(service, 0) + shop.portOffset()))
                        .get("/q/metrics")
                        .expecting(200)
                        .text());
    }

    private Map<String, String> logs() {
        return texts(SERVICES.stream(), service -> {
            try {
                Path log = shop.home().resolve("log").resolve(service + ".log");
                return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, String> texts(Stream<String> sources, UnaryOperator<String> read) {
        Map<String, String> texts = new TreeMap<>();
        sources.forEach(source -> texts.put(source, read.apply(source)));
        return texts;
    }

    private Set<String> strangers(Map<String, String> spans) {
        Set<String> names = new TreeSet<>();
        spans.values().forEach(text -> names.addAll(shop.traces().attributes(text)));
        ATTRIBUTES.forEach(names::remove);
        return names;
    }
}
