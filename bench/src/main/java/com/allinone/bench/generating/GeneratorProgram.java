package com.allinone.bench.generating;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The load as a program: its argument is a file with a {@link Setting}. Each line of standard input is a {@link Wish},
 * answered by a line with what was {@link Told}; it ends with its input.
 */
public final class GeneratorProgram {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GeneratorProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var setting = JSON.readValue(Path.of(arguments[0]).toFile(), Setting.class);
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var http = Shopping.client(vertx);
        var context = vertx.getOrCreateContext();
        var current = new AtomicReference<@Nullable Shopping>();
        var tail = new OrderTail(
                setting.bootstrapServers(),
                (order, ready, now) -> context.runOnContext(nothing -> {
                    var shopping = current.get();
                    if (shopping != null) {
                        shopping.ended(order, ready, now);
                    }
                }));
        Thread.ofPlatform().daemon().name("order-tail").start(tail);
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                var wish = JSON.readValue(line, Wish.class);
                var told = new CompletableFuture<Told>();
                context.runOnContext(nothing -> {
                    var shopping = new Shopping(vertx, http, setting, wish, told);
                    current.set(shopping);
                    shopping.begin();
                });
                System.out.println(JSON.writeValueAsString(told.get()));
            }
        }
        System.exit(0);
    }
}
