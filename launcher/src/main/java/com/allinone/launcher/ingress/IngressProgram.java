package com.allinone.launcher.ingress;

public final class IngressProgram {
    public static void main(String[] a) throws Exception {
        int o = Integer.parseInt(a[0]);
        com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 8080 + o), 0).start();
        com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 4318 + o), 0).start();
    }
}
