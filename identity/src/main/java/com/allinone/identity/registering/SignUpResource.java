package com.allinone.identity.registering;

import com.allinone.http.idempotency.IdempotencyKeys;
import com.allinone.http.problems.Problem;
import com.allinone.http.problems.Problems;
import com.allinone.http.versions.Versions;
import com.allinone.identity.domain.Accounts.AccountsUnavailable;
import com.allinone.identity.domain.Password;
import com.allinone.identity.domain.Person;
import com.allinone.identity.people.PersonView;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sign-up, open to everyone.
 *
 * <p>201 with the person, who can sign in at once and is a shopper. 409 {@code email-taken}, or {@code
 * sign-up-unfinished} while another one with this e-mail hangs; 422 {@code password-refused}, {@code email-refused} or
 * {@code idempotency-key-reused}; 503 {@code identity-provider-unavailable}: trying again with the same Idempotency-Key
 * is safe and makes one person. The password is not part of what makes two requests the same: nothing of it is kept.
 */
@Path("/api/v1/users")
@Tag(name = "Sign-up")
@PermitAll
@RunOnVirtualThread
public class SignUpResource {

    private static final Logger LOG = Logger.getLogger(SignUpResource.class);
    private static final URI PROFILE = URI.create("/api/v1/users/me");
    private static final String MANY_SECONDS = "60";

    private final SigningUp signingUp;
    private final MeterRegistry meters;

    SignUpResource(SigningUp signingUp, MeterRegistry meters) {
        this.signingUp = signingUp;
        this.meters = meters;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "signUp", summary = "Sign up as a shopper")
    @SecurityRequirementsSet
    @APIResponse(responseCode = "201", description = "Signed up; sign in with the e-mail and the password")
    @APIResponse(responseCode = "409", description = "The e-mail is taken, or a sign-up with it is under way")
    @APIResponse(
            responseCode = "422",
            description = "The password or the e-mail is refused, or the key was used before")
    @APIResponse(responseCode = "503", description = "Keycloak does not answer; try again with the same key")
    public RestResponse<PersonView> signUp(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable SignUpRequest request) {
        String requestKey = IdempotencyKeys.required(key);
        if (request == null) {
            throw Problems.invalidBody("", "is missing");
        }
        return switch (attempt(requestKey, request)) {
            case SignUpOutcome.Registered(Person person) -> created(person);
            case SignUpOutcome.EmailTaken() ->
                throw Problem.of(409, "email-taken", "Somebody is signed up with this e-mail address; sign in instead");
            case SignUpOutcome.Busy() ->
                throw Problem.of(
                                409,
                                "sign-up-unfinished",
                                "A sign-up with this e-mail address is not finished; try again in a minute")
                        .header("Retry-After", MANY_SECONDS);
            case SignUpOutcome.EmailRefused() ->
                throw Problem.of(422, "email-refused", "This e-mail address is not accepted; use another one");
            case SignUpOutcome.PasswordRefused(String reason) ->
                throw Problem.of(422, "password-refused", "This password is not accepted: " + reason);
            case SignUpOutcome.KeyReused() ->
                throw Problem.of(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used with another body; use a new key for another request");
        };
    }

    private SignUpOutcome attempt(String requestKey, SignUpRequest request) {
        try {
            SignUpOutcome outcome = signingUp.signUp(request.wish(requestKey), new Password(request.password()));
            count(outcome.getClass().getSimpleName());
            return outcome;
        } catch (AccountsUnavailable e) {
            count("Unavailable");
            LOG.warnf("Sign-up found no identity provider, cause=%s", e.getMessage());
            throw Problem.of(
                            503,
                            "identity-provider-unavailable",
                            "Nobody can sign up right now; try again in a moment with the same Idempotency-Key")
                    .header("Retry-After", "5");
        }
    }

    private void count(String outcome) {
        meters.counter("identity.sign.ups", "outcome", outcome).increment();
    }

    private static RestResponse<PersonView> created(Person person) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, PersonView.of(person))
                .location(PROFILE)
                .header(HttpHeaders.ETAG, Versions.etag(person.version()))
                .build();
    }
}
