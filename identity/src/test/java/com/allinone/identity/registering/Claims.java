package com.allinone.identity.registering;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What an access token says. */
final class Claims {

    private Claims() {}

    static Map<String, Object> of(String token) {
        String payload = List.of(token.split("\\.", -1)).get(1);
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .getMap("$");
    }
}
