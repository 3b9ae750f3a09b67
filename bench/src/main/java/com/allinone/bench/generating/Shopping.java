package com.allinone.bench.generating;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends the orders of a round, each at its time; everything happens on one event loop. */
final class Shopping {
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_WAITING = 200_000;
    private static final long ANSWER_MILLIS = 30_000;
    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String PATH = "/api/v1/orders";

    private final Vertx vertx;
    private final Setting setting;
    private final HttpClient http;
    private final Outcomes outcomes;
    private final Schedule schedule;
    private final Wish wish;
    private final long begun;
    private final SplittableRandom random;
    private final CompletableFuture<Told> told;
    private int next;

    Shopping(Vertx vertx, HttpClient http, Setting setting, Wish wish, CompletableFuture<Told> told) {
        this.vertx = vertx;
        this.http = http;
        this.setting = setting;
        this.wish = wish;
        this.told = told;
        this.schedule = Schedule.of(wish.seed(), wish.rate(), Duration.ofSeconds(wish.seconds()));
        this.random = new SplittableRandom(wish.seed());
        this.begun = System.nanoTime();
        this.outcomes = new Outcomes(schedule, begun);
    }

    static HttpClient client(Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(60).setMaxWaitQueueSize(MOST_WAITING),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    }

    /** On the event loop. */
    void begin() {
        vertx.setPeriodic(1, this::look);
    }

    /** On the event loop. */
    void ended(String order, boolean ready, long now) {
        outcomes.ended(order, ready, now);
    }

    private void look(long timer) {
        var now = System.nanoTime();
        while (next < schedule.size() && begun + schedule.due(next) <= now) {
            send(next++, now);
        }
        var window = TimeUnit.SECONDS.toNanos(wish.seconds());
        var over = now - begun - window;
        var patience = TimeUnit.SECONDS.toNanos(wish.patienceSeconds());
        // Also when all is done the clock runs to its end, so that every round takes as long.
        if (over >= STOP_NANOS && (outcomes.complete() || over >= patience)) {
            vertx.cancelTimer(timer);
            told.complete(outcomes.told(window, window + STOP_NANOS));
        }
    }

    private void send(int number, long now) {
        outcomes.sent(number, now);
        var token = setting.tokens().get(random.nextInt(setting.tokens().size()));
        var kept = random.nextDouble() < setting.sampled();
        var trace = "00-%016x%016x-%016x-%s"
                .formatted(wish.seed() | 1, random.nextLong() | 1, random.nextLong() | 1, kept ? "01" : "00");
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(setting.port())
                .setURI(PATH)
                .setIdleTimeout(ANSWER_MILLIS)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", wish.seed() + "-" + number)
                .putHeader("traceparent", trace);
        var body = Buffer.buffer(setting.assortment().order(wish.seed() * 1_000_003 + number));
        http.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body().map(whole -> response))
                .onSuccess(response -> answered(number, response))
                .onFailure(failure -> outcomes.refused(failure.getClass().getSimpleName()));
    }

    private void answered(int number, HttpClientResponse response) {
        var location = response.getHeader("Location");
        if (response.statusCode() == 202 && location != null) {
            outcomes.accepted(number, location.substring(location.lastIndexOf('/') + 1), System.nanoTime());
        } else {
            outcomes.refused(Integer.toString(response.statusCode()));
        }
    }
}
