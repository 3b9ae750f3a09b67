package com.allinone.bench.workflows;

import com.allinone.bench.programs.Answers;
import com.allinone.launcher.calling.JsonCalls;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.restate.client.Client;
import dev.restate.common.Request;
import dev.restate.common.Target;
import dev.restate.sdk.Context;
import dev.restate.sdk.HandlerRunner;
import dev.restate.sdk.endpoint.Endpoint;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.HandlerType;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import dev.restate.sdk.endpoint.definition.ServiceType;
import dev.restate.sdk.http.vertx.RestateHttpServer;
import dev.restate.serde.Serde;
import dev.restate.serde.SerdeFactory;
import dev.restate.serde.jackson.JacksonSerdeFactory;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Restate's handlers and their callers as a program, as {@link DbosProgram} is one: every workflow is a request to
 * Restate's server, which calls the handler here and keeps a journal of its steps.
 */
public final class RestateProgram {
    private static final String SERVICE = "Ordering";
    private static final String HANDLER = "order";
    private static final String HOST = "127.0.0.1";
    private static final SerdeFactory SERDES = new JacksonSerdeFactory();
    private static final Serde<String> TEXT = SERDES.create(String.class);

    private RestateProgram() {}

    public static void main(String[] arguments) {
        Answers.serve(arguments, EngineSetting.class, Stint.class, setting -> workflows(setting)::run);
    }

    private static Workflows workflows(EngineSetting setting) throws Exception {
        var options = new HttpServerOptions()
                .setHost(HOST)
                .setPort(setting.handlerPort())
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(Integer.MAX_VALUE));
        RestateHttpServer.fromEndpoint(
                        Endpoint.bind(service(new FourSteps(setting))).build(), options)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        register(setting);
        var client = Client.connect("http://%s:%d".formatted(HOST, setting.ingressPort()));
        var target = Target.service(SERVICE, HANDLER);
        return new Workflows(
                id -> client.call(Request.of(target, TEXT, TEXT, id).build()));
    }

    private static ServiceDefinition service(FourSteps steps) {
        var threads = HandlerRunner.Options.withExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var runner = HandlerRunner.of((Context context, String id) -> order(context, steps, id), SERDES, threads);
        return ServiceDefinition.of(
                SERVICE,
                ServiceType.SERVICE,
                List.of(HandlerDefinition.of(HANDLER, HandlerType.SHARED, TEXT, TEXT, runner)));
    }

    private static String order(Context context, FourSteps steps, String id) {
        for (var step : StepTable.STEPS) {
            context.run(step, () -> steps.write(id, step));
        }
        return id;
    }

    /** Tells the server where the handlers are; it asks them what they are. */
    private static void register(EngineSetting setting) throws IOException {
        var body =
                JsonNodeFactory.instance.objectNode().put("uri", "http://%s:%d".formatted(HOST, setting.handlerPort()));
        var reply = JsonCalls.to("http://%s:%d".formatted(HOST, setting.adminPort()))
                .post("/deployments", body, Map.of());
        if (!reply.succeeded()) {
            throw new IOException("Restate did not take the handlers: " + reply.status() + " " + reply.body());
        }
    }
}
