package com.allinone.launcher.demo;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.home.Failure;
import java.io.IOException;
import java.util.Map;

/** Gets tokens for demo users, through the ingress as any client would. */
public final class SignIn {
    private static final String PATH = "/auth/realms/allinone/protocol/openid-connect/token";
    private final JsonCalls shop;

    public SignIn(JsonCalls shop) {
        this.shop = shop;
    }

    /** An access token; valid for a quarter of an hour. */
    public String token(DemoUser user) {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "shop-cli",
                "username",
                user.name(),
                "password",
                user.password());
        try {
            var reply = shop.postForm(PATH, form);
            if (!reply.succeeded()) {
                throw Failure.part("%s cannot sign in, %s.".formatted(user.name(), reply.problem()));
            }
            return reply.body().path("access_token").asText();
        } catch (IOException nobodyThere) {
            throw Failure.part("The shop does not answer; start it with ./shop up.");
        }
    }
}
