package com.allinone.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * The users of the realm, as the admin API has them.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html#_users">Keycloak Admin REST API</a>
 */
@RegisterRestClient(configKey = "keycloak")
@Path("/admin/realms/allinone/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakUsers {

    @POST
    Response create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, NewUser user);

    /** Users by attribute, as in {@code registration:<id>}: a list of {@link FoundUser}. */
    @GET
    Response find(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("q") String query,
            @QueryParam("max") int most);

    @DELETE
    @Path("/{id}")
    Response remove(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

    /** A user to be made. The name stays with us: one fact has one owner. */
    record NewUser(
            String username,
            String email,
            boolean enabled,
            Map<String, List<String>> attributes,
            List<Credential> credentials) {

        @Override
        public String toString() {
            return "NewUser[…]";
        }
    }

    /** A password. */
    record Credential(String type, String value, boolean temporary) {

        @Override
        public String toString() {
            return "Credential[…]";
        }
    }

    /** What we read of a user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoundUser(UUID id) {}

    /** Why a user was not made: a code and a sentence for a password, a list for the profile's fields. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(
            @Nullable String error,
            @JsonProperty("error_description") @Nullable String errorDescription) {}
}
