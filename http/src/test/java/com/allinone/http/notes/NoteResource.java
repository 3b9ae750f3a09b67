package com.allinone.http.notes;

import com.allinone.http.callers.Caller;
import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.idempotency.IdempotencyKeys.Answer;
import com.allinone.http.paging.Cursor;
import com.allinone.http.paging.Limit;
import com.allinone.http.problems.Problem;
import com.allinone.http.versions.Versions;
import com.allinone.messaging.sql.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One resource of each kind. */
@Path("/notes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

    private static final long NEWEST = 7;

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Caller caller;

    public NoteResource(Transactions transactions, IdempotencyKeys keys, Caller caller) {
        this.transactions = transactions;
        this.keys = keys;
        this.caller = caller;
    }

    /** Takes a note and gives it back. */
    @POST
    @Path("/echo")
    public Note echo(Note note) {
        return note;
    }

    /** Creates a note once a key; the text "no" is refused. */
    @POST
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String header, Note note) {
        String key = IdempotencyKeys.required(header);
        return transactions
                .call(transaction -> keys.claim(transaction, "someone", "POST /notes", key, note.toString())
                        .orElseGet(() -> {
                            if (note.text().equals("no")) {
                                throw Problem.of(409, "conflict", "No");
                            }
                            long id = transaction
                                    .sql("insert into note (text) values (?) returning id")
                                    .bind(note.text())
                                    .list(row -> row.number("id"))
                                    .getFirst();
                            Answer answer = new Answer(201, "/notes/" + id, "{\"id\":" + id + "}");
                            keys.store(transaction, "someone", "POST /notes", key, answer);
                            return answer;
                        }))
                .response();
    }

    @GET
    @Path("/{id}")
    public Response read(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String seen) {
        return Versions.unchanged(seen, NEWEST)
                ? Response.notModified().build()
                : Response.ok("{}").header("ETag", Versions.etag(NEWEST)).build();
    }

    @PUT
    @Path("/{id}")
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String match) {
        long seen = Versions.required(match);
        if (seen != NEWEST) {
            throw Versions.stale(seen, NEWEST);
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/pages")
    public String pages(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("20") int limit) {
        Limit.checked(limit);
        return "\"" + Cursor.read(cursor, 2).map(Cursor::text).orElse("") + "\"";
    }

    @GET
    @Path("/search")
    public String search(@QueryParam("q") String wanted) {
        return transactions.call(transaction -> "\""
                + transaction
                        .sql("select count(*) as found from note where text = ?")
                        .bind(wanted)
                        .list(row -> row.number("found"))
                        .getFirst()
                + "\"");
    }

    @GET
    @Path("/defect")
    public String defect() {
        throw new IllegalStateException("com.allinone.Secret at jdbc:postgresql");
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Caller.SHOPPER)
    public String mine() {
        return "\"" + caller.userId() + "\"";
    }

    @GET
    @Path("/all")
    @RolesAllowed(Caller.OPERATOR)
    public String all() {
        return "[]";
    }
}
