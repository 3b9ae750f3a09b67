package com.allinone.identity.profiles;

import com.allinone.http.callers.Caller;
import com.allinone.http.problems.Problems;
import com.allinone.http.versions.Versions;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.PersonName;
import com.allinone.identity.people.PersonView;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own profile. The first look of someone whose account was made in Keycloak makes their profile; 409
 * {@code sign-up-unfinished} when the e-mail of that account is somebody else's here.
 */
@Path("/api/v1/users/me")
@Tag(name = "Profile")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {

    private final Profiles profiles;
    private final Caller caller;

    ProfileResource(Profiles profiles, Caller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readProfile", summary = "Read your profile, with its version as ETag")
    public RestResponse<PersonView> read() {
        return answer(profiles.mine(caller));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeProfile", summary = "Change your profile, with If-Match")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "412", description = "It was changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PersonView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable ProfileChange change) {
        long seen = Versions.required(ifMatch);
        if (change == null) {
            throw Problems.invalidBody("", "is missing");
        }
        return answer(profiles.rename(caller, new PersonName(change.name()), seen));
    }

    private static RestResponse<PersonView> answer(Person person) {
        return RestResponse.ResponseBuilder.ok(PersonView.of(person))
                .header(HttpHeaders.ETAG, Versions.etag(person.version()))
                .build();
    }
}
