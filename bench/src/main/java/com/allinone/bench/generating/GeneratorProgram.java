package com.allinone.bench.generating;

import com.allinone.bench.programs.Answers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The load as a program: its argument is a file with a {@link Setting}. Each line of standard input is a {@link Wish},
 * answered by a line with what was {@link Told}; it ends with its input.
 */
public final class GeneratorProgram {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http = Shopping.client(vertx);
    private final Context context = vertx.getOrCreateContext();
    private final AtomicReference<@Nullable Shopping> current = new AtomicReference<>();
    private final Setting setting;

    private GeneratorProgram(Setting setting) {
        this.setting = setting;
        var tail = new OrderTail(setting.bootstrapServers(), this::ended);
        Thread.ofPlatform().daemon().name("order-tail").start(tail);
    }

    public static void main(String[] arguments) {
        Answers.serve(arguments, Setting.class, Wish.class, setting -> new GeneratorProgram(setting)::drive);
    }

    private Told drive(Wish wish) throws InterruptedException, ExecutionException {
        var told = new CompletableFuture<Told>();
        context.runOnContext(nothing -> {
            var shopping = new Shopping(vertx, http, setting, wish, told);
            current.set(shopping);
            shopping.begin();
        });
        return told.get();
    }

    private void ended(String order, boolean ready, long now) {
        context.runOnContext(nothing -> {
            var shopping = current.get();
            if (shopping != null) {
                shopping.ended(order, ready, now);
            }
        });
    }
}
