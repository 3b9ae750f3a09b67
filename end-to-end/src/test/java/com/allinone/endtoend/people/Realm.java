package com.allinone.endtoend.people;

import com.allinone.endtoend.shop.Shop;
import java.util.Map;

/** The realm in the hands of Keycloak's administrator, who can make tokens that no honest client gets. */
public final class Realm {

    private static final String CLIENTS = "/auth/admin/realms/allinone/clients";

    private final Shop shop;
    private final Client admin;

    public Realm(Shop shop) {
        this.shop = shop;
        String token = SignIn.granted(
                shop,
                "master",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "shop-launcher",
                        "client_secret", shop.secrets().get("keycloak.admin")));
        this.admin = Client.of(shop.origin()).as(token);
    }

    /** Minji's token, truly signed, that says it is for somebody else than this shop's services. */
    public String tokenForOthers() {
        return token("story-others", "[\"basic\",\"profile\",\"email\"]", 900);
    }

    /** Minji's token, truly signed, that was good for a second. */
    public String tokenOfOneSecond() {
        return token("story-brief", "[\"basic\",\"profile\",\"email\",\"allinone-api\"]", 1);
    }

    /** A token of Keycloak's own realm: the same server, another issuer. */
    public String tokenOfAnotherRealm() {
        return String.valueOf(admin.token());
    }

    private String token(String client, String scopes, int seconds) {
        Answer made = admin.post(CLIENTS, """
                {"clientId": "%s", "publicClient": true, "standardFlowEnabled": false,
                 "directAccessGrantsEnabled": true, "fullScopeAllowed": true, "defaultClientScopes": %s,
                 "attributes": {"access.token.lifespan": "%d"}}""".formatted(client, scopes, seconds));
        if (made.status() != 409) {
            made.expecting(201);
        }
        return SignIn.token(shop, client, "minji", "minji-demo");
    }
}
