package com.allinone.identity.profiles;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.problems.Problems;
import com.allinone.identity.domain.UserId;
import com.allinone.identity.profiles.AddressView.AddedAddress;
import com.allinone.identity.profiles.AddressView.AddressList;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own addresses, 20 at most. Others' addresses are not found, whoever asks. */
@Path(AddressResource.PATH)
@Tag(name = "Addresses")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AddressResource {

    static final String PATH = "/api/v1/users/me/addresses";

    private final AddressBook book;
    private final Caller caller;

    AddressResource(AddressBook book, Caller caller) {
        this.book = book;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAddresses", summary = "List your addresses, oldest first")
    public AddressList list() {
        return AddressList.of(book.of(new UserId(caller.userId())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addAddress", summary = "Add an address")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AddedAddress.class)))
    @APIResponse(responseCode = "409", description = "You have the most addresses there may be")
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable AddressRequest request) {
        String required = IdempotencyKeys.required(key);
        if (request == null) {
            throw Problems.invalidBody("", "is missing");
        }
        return book.add(caller, required, request).response();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeAddress", summary = "Remove an address for good")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "You have no such address")
    public void remove(@PathParam("id") String id) {
        book.remove(caller, Ids.uuid("id", id));
    }
}
