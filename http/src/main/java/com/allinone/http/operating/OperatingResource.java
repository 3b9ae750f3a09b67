package com.allinone.http.operating;

import com.allinone.http.callers.Caller;
import com.allinone.http.logging.LogLevel;
import com.allinone.http.paging.Limit;
import com.allinone.http.paging.Page;
import com.allinone.messaging.inbox.RedriveOutcome;
import com.allinone.messaging.operating.ActionPages;
import com.allinone.messaging.outbox.Republishing;
import com.allinone.messaging.parking.ParkedKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The operators' addresses that every service has below its own path: a service extends it and adds the path, nothing
 * more. A key is a stranger's text, empty or with slashes; so it stands in the query or the body, never in the path.
 */
@RegisterForReflection(
        targets = {
            ParkedKey.class,
            RedriveOutcome.Redriven.class,
            RedriveOutcome.Stop.class,
            ActionPages.Recorded.class,
            Republishing.Step.class
        })
public abstract class OperatingResource {

    private static final String TAG = "operating";

    private final Operating operating;

    protected OperatingResource(Operating operating) {
        this.operating = operating;
    }

    /** Parked keys in the order in which they were parked, each with its first error. */
    @GET
    @Path("/parked")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Parked keys, oldest first, a page at a time")
    public Page<ParkedKey> parked(
            @QueryParam("consumer") @Nullable String consumer,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        return operating.keys(consumer, cursor, limit);
    }

    /** The first messages of a parked key, in the order in which a redrive hands them over. */
    @GET
    @Path("/parked/messages")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "The first messages of a parked key, without headers and body")
    public List<ParkedMessageView> messages(
            @QueryParam("consumer") @Nullable String consumer,
            @QueryParam("key") @DefaultValue("") String key,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        return operating.messages(consumer, key, limit);
    }

    /** One parked message whole; of a body of more than 64 KiB the beginning. */
    @GET
    @Path("/parked/messages/{place}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "One parked message with headers, body and error")
    public ParkedMessageView message(
            @PathParam("place") long place,
            @QueryParam("consumer") @Nullable String consumer,
            @QueryParam("key") @DefaultValue("") String key) {
        return operating.message(consumer, key, place);
    }

    /** Hands a key's messages to their handler again, as many as one call may. */
    @POST
    @Path("/parked/redrives")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Redrive a parked key; ask again while messages are left and nothing stopped it")
    public RedriveOutcome.Redriven redrive(Redrive wish) {
        return operating.redrive(wish);
    }

    /** Gives one message up, for a reason that is kept with it. */
    @POST
    @Path("/parked/discards")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Discard one parked message, for good")
    public Discarded discard(Discard wish) {
        return operating.discard(wish);
    }

    /** What operators did to messages of this service, newest first. */
    @GET
    @Path("/parked/audit")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Who redrove, discarded and republished what, and why")
    public Page<ActionPages.Recorded> audit(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) int limit) {
        return operating.audit(cursor, limit);
    }

    /** What is on record of a key's messages: said, heard, parked. */
    @GET
    @Path("/messages")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(
            summary =
                    "The messages of a key, an order's id for one, that this service said, heard and parked; without bodies")
    public KeyMessages recorded(@QueryParam("key") @Nullable String key) {
        return operating.recorded(key);
    }

    /** How often each of these messages came here. */
    @GET
    @Path("/messages/heard")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Which messages this service has done and how often each came; up to 100 ids")
    public List<KeyMessages.Heard> heard(@QueryParam("id") List<String> ids) {
        return operating.heard(ids);
    }

    /** Loggers that tell more or less than they were configured to, until when and who wanted it. */
    @GET
    @Path("/log-levels")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Log levels that were changed and have not gone back yet")
    public List<LogLevel> levels() {
        return operating.levels();
    }

    /** Has a logger of every replica tell more or less for some minutes, or as before. */
    @PUT
    @Path("/log-levels")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Change a log level for up to two hours, without a restart; without a level it goes back")
    public List<LogLevel> level(LogLevel.Wish wish) {
        return operating.level(wish);
    }

    /** Puts one step of the log back into the queue of what is to be published. */
    @POST
    @Path("/outbox/republications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Caller.OPERATOR)
    @RunOnVirtualThread
    @Tag(name = TAG)
    @Operation(summary = "Publish the log again from an instant on, a step a call until it is over")
    public Republishing.Step republish(Republish wish) {
        return operating.republish(wish);
    }
}
