package com.allinone.launcher.ingress;

import com.allinone.launcher.home.Ports;
import com.allinone.launcher.tracing.IngressSpans;
import com.allinone.launcher.tracing.OtlpBridge;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Runs the ingress as a program: its arguments are the port offset and whether it bridges OTLP to Zipkin. */
public final class IngressProgram {
    private IngressProgram() {}

    public static void main(String[] arguments) {
        var ports = new Ports(Integer.parseInt(arguments[0]));
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setPreferNativeTransport(false));
        var routes = new Routes(ports);
        var spans = IngressSpans.exportingTo(vertx, ports.otlp());
        new Door(vertx, routes, new ApiPages(routes), spans)
                .server(ports.ingress())
                .listen()
                .onFailure(IngressProgram::end);
        if (arguments[1].equals("bridge")) {
            new OtlpBridge(vertx, ports.zipkin()).server(ports.otlp()).listen().onFailure(IngressProgram::end);
        }
    }

    private static void end(Throwable cause) {
        System.err.println("The ingress cannot listen: " + cause.getMessage());
        System.exit(1);
    }
}
