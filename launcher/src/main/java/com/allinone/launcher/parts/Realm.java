package com.allinone.launcher.parts;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Puts the realm of the shop and the demo users into Keycloak; what is there already stays as it is. */
final class Realm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/admin/realms/allinone";
    private final Site site;
    private final JsonCalls keycloak;

    Realm(Site site) {
        this.site = site;
        this.keycloak = JsonCalls.to("http://127.0.0.1:" + site.ports().keycloak() + "/auth");
    }

    void furnish() throws IOException {
        var admin = keycloak.as(adminToken());
        if (admin.get(REALM).status() == 404) {
            require(admin, "/admin/realms", realm());
        }
        require(admin, REALM + "/partialImport", demoUsers());
    }

    static String clientSecret(Site site) {
        return site.secrets().get("keycloak.identity-service");
    }

    private String adminToken() throws IOException {
        var form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                Keycloak.ADMIN_CLIENT,
                "client_secret",
                site.secrets().get("keycloak.admin"));
        var reply = keycloak.postForm("/realms/master/protocol/openid-connect/token", form);
        if (!reply.succeeded()) {
            throw new IOException("no token for its administrator, " + reply.problem());
        }
        return reply.body().path("access_token").asText();
    }

    /** Keycloak fills placeholders only in files that it imports itself, so they are filled here. */
    private JsonNode realm() throws IOException {
        var file = site.home().checkout().resolve("identity/src/main/realm/allinone-realm.json");
        var text = Files.readString(file)
                .replace("${IDENTITY_KEYCLOAK_CLIENT_SECRET}", clientSecret(site))
                .replace("${EDGE_KEYCLOAK_CLIENT_SECRET}", site.secrets().get("keycloak.edge"))
                .replaceAll("\\$\\{ALLINONE_ORIGIN[^}]*}", site.ports().publicOrigin());
        return JSON.readTree(text);
    }

    private static ObjectNode demoUsers() {
        var body = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "SKIP");
        var users = body.putArray("users");
        for (var user : DemoUser.ALL) {
            var entry = users.addObject()
                    .put("id", user.id())
                    .put("username", user.name())
                    .put("email", user.email())
                    .put("emailVerified", true)
                    .put("firstName", user.firstName())
                    .put("lastName", user.lastName())
                    .put("enabled", true);
            entry.putArray("realmRoles").add(user.role());
            entry.putArray("credentials")
                    .addObject()
                    .put("type", "password")
                    .put("value", user.password())
                    .put("temporary", false);
        }
        return body;
    }

    private static void require(JsonCalls admin, String path, JsonNode body) throws IOException {
        var reply = admin.post(path, body, Map.of());
        if (!reply.succeeded()) {
            throw new IOException(path + " answered " + reply.problem()
                    + reply.body().path("errorMessage").asText(""));
        }
    }
}
