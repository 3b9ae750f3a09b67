package com.allinone.launcher.ingress;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.tracing.IngressSpans;
import com.allinone.launcher.tracing.OtlpBridge;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs the ingress as a program: its arguments are the port offset, whether it bridges OTLP to Zipkin, and the upstreams
 * that are reached at other ports than their own, as in {@code order=9101}; one that is named again is reached at each
 * of its ports in turn.
 */
public final class IngressProgram {
    private IngressProgram() {}

    public static void main(String[] arguments) {
        var ports = new Ports(Integer.parseInt(arguments[0]));
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setPreferNativeTransport(false));
        var routes = new Routes(ports, detours(arguments));
        var spans = IngressSpans.exportingTo(vertx, ports.otlp());
        new Door(vertx, routes, new ApiPages(routes), spans)
                .server(ports.ingress())
                .listen()
                .onFailure(IngressProgram::end);
        if (arguments[1].equals("bridge")) {
            new OtlpBridge(vertx, ports.zipkin()).server(ports.otlp()).listen().onFailure(IngressProgram::end);
        }
    }

    private static Map<String, List<Integer>> detours(String[] arguments) {
        return Arrays.stream(arguments)
                .skip(2)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> Integer.valueOf(pair[1]), Collectors.toList())));
    }

    private static void end(Throwable cause) {
        System.err.println("The ingress cannot listen: " + cause.getMessage());
        System.exit(1);
    }
}
