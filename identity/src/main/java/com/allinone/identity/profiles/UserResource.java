package com.allinone.identity.profiles;

import com.allinone.http.callers.Caller;
import com.allinone.http.versions.Versions;
import com.allinone.identity.domain.Address;
import com.allinone.identity.domain.Person;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.people.PersonView;
import com.allinone.identity.profiles.UserResource.UserView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What operators see of a person: the profile and where parcels go. */
@Path("/api/v1/users/{id}")
@Tag(name = "Operators")
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    private final Profiles profiles;
    private final AddressBook book;

    UserResource(Profiles profiles, AddressBook book) {
        this.profiles = profiles;
        this.book = book;
    }

    @GET
    @Operation(operationId = "readUser", summary = "Read a person (operators)")
    public RestResponse<UserView> read(@PathParam("id") String id) {
        UserId userId = new UserId(Ids.uuid("id", id));
        Person person = profiles.byId(userId);
        return RestResponse.ResponseBuilder.ok(UserView.of(PersonView.of(person), book.of(userId)))
                .header(HttpHeaders.ETAG, Versions.etag(person.version()))
                .build();
    }

    /** A person and their addresses. */
    public record UserView(
            UUID userId,
            @Nullable String email,
            String name,
            Instant registeredAt,
            long version,
            List<AddressView> addresses) {

        static UserView of(PersonView person, List<Address> addresses) {
            return new UserView(
                    person.userId(),
                    person.email(),
                    person.name(),
                    person.registeredAt(),
                    person.version(),
                    addresses.stream().map(AddressView::of).toList());
        }
    }
}
