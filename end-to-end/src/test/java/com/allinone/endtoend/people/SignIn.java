package com.allinone.endtoend.people;

import com.allinone.endtoend.shop.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets access tokens from Keycloak, through the ingress as any client does. */
public final class SignIn {

    private SignIn() {}

    public static String token(Shop shop, String user, String password) {
        return token(shop, "shop-cli", user, password);
    }

    /** A token for another client of the realm than the usual one. */
    public static String token(Shop shop, String client, String user, String password) {
        return granted(
                shop,
                "allinone",
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", password));
    }

    static String granted(Shop shop, String realm, Map<String, String> form) {
        return Client.of(shop.origin())
                .postForm("/auth/realms/" + realm + "/protocol/openid-connect/token", encoded(form))
                .expecting(200)
                .json()
                .path("access_token")
                .asText();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
