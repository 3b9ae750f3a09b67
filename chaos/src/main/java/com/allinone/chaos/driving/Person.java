package com.allinone.chaos.driving;

import com.allinone.chaos.driving.Answer.Said;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Somebody who is signed in; a token that was given out is used until another one can be had. */
public final class Person implements Supplier<String> {
    private static final String PATH = "/auth/realms/allinone/protocol/openid-connect/token";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Client client;
    private final String name;
    private final String password;
    private volatile String token = "";
    private volatile long renewAt;

    private Person(Client client, String name, String password) {
        this.client = client;
        this.name = name;
        this.password = password;
    }

    static Person signsIn(Client client, String name, String password) {
        var person = new Person(client, name, password);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!person.renew()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(name + " cannot sign in");
            }
            pause();
        }
        return person;
    }

    public String name() {
        return name;
    }

    @Override
    public String get() {
        return token;
    }

    /** Gets a fresh token when the one there is has lived for half of its life. */
    void renewIfDue() {
        if (System.nanoTime() > renewAt) {
            renew();
        }
    }

    private boolean renew() {
        var form = "grant_type=password&client_id=shop-cli&username=%s&password=%s"
                .formatted(encoded(name), encoded(password));
        if (client.postForm(PATH, form) instanceof Said said && said.ok()) {
            token = said.body().path("access_token").asText();
            var life = said.body().path("expires_in").asLong(60);
            renewAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(life) / 3;
            return true;
        }
        return false;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
    }
}
