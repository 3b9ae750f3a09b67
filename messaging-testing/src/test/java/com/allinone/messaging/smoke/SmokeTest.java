package com.allinone.messaging.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.sql.Transactions;
import com.allinone.messaging.testing.KafkaResource;
import com.allinone.messaging.testing.PostgresResource;
import com.allinone.messaging.testing.Topic;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.transaction.TransactionIntegration;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = "notes.commands,notes.events"))
class SmokeTest {

    @Inject
    Config config;

    @Inject
    AgroalDataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Tracer tracer;

    @Inject
    Spans spans;

    @Test
    void defaultsOfMessagingApply() {
        assertThat(config.getValue("quarkus.datasource.jdbc.transactions", String.class))
                .isEqualTo("disabled");
        assertThat(config.getValue("quarkus.flyway.locations", String.class))
                .isEqualTo("db/messaging,db/http,db/migration");
        assertThat(config.getValue("mp.messaging.connector.smallrye-kafka.max.poll.records", Integer.class))
                .isEqualTo(500);
        assertThat(database.getConfiguration()
                        .connectionPoolConfiguration()
                        .transactionIntegration()
                        .getClass()
                        .getName())
                .startsWith(TransactionIntegration.class.getName());
        assertThat(database.getConfiguration().connectionPoolConfiguration().maxSize())
                .isEqualTo(12);
    }

    @Test
    void answersACommandWithAnEvent() {
        String key = UUID.randomUUID().toString();
        try (Topic commands = new Topic("notes.commands");
                Topic events = new Topic("notes.events")) {
            commands.send("/someone", key, "note.take.v1", "{\"key\":\"" + key + "\",\"number\":7,\"new\":true}");

            Topic.Seen taken = events.await(key, "note.taken.v1");

            assertThat(taken.body()).hasToString("{\"key\":\"" + key + "\",\"number\":7}");
            assertThat(taken.header("ce_source")).isEqualTo("/notes");
            assertThat(taken.header("ce_subject")).isEqualTo(key);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(unread()).isZero());
    }

    @Test
    void oneTraceCrossesOutboxAndKafka() {
        String key = UUID.randomUUID().toString();
        Span request = tracer.spanBuilder("request").startSpan();
        Context.current()
                .with(request)
                .wrap(() -> transactions.run(transaction ->
                        transaction.send(new OutgoingMessage("notes.commands", key, "note.take.v1", new Note(key, 1)))))
                .run();
        request.end();
        String trace = request.getSpanContext().getTraceId();
        try (Topic events = new Topic("notes.events")) {
            assertThat(events.await(key, "note.taken.v1").header("traceparent")).contains(trace);
        }
        await().untilAsserted(() -> {
            SpanData sent = span(trace, "send note.take.v1");
            assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(sent.getParentSpanId())
                    .isEqualTo(request.getSpanContext().getSpanId());
            SpanData processed = span(trace, "process note.take.v1");
            assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
            assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
        });
        assertThat(spans.of(trace)).extracting(SpanData::getName).contains("request", "send note.taken.v1");
    }

    private SpanData span(String trace, String name) {
        return spans.of(trace).stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No span " + name));
    }

    /** How many records of {@code notes.commands} the group has not acknowledged. */
    private long unread() throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class)))) {
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets("notes")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> committed.put(partition, offset.offset()));
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            for (int partition = 0; partition < 6; partition++) {
                all.put(new TopicPartition("notes.commands", partition), OffsetSpec.latest());
            }
            return admin.listOffsets(all).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L))
                    .sum();
        }
    }
}
