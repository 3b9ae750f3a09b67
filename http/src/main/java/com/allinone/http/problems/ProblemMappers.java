package com.allinone.http.problems;

import com.allinone.messaging.sql.DatabaseFailure;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what resources throw into problems. A stack trace goes to the log, never to a caller. */
@ApplicationScoped
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return response(problem);
    }

    /** Before the mappers that come with Quarkus REST's Jackson: a sentence instead of parser talk. */
    @ServerExceptionMapper(value = JsonProcessingException.class, priority = 1)
    public Response json(JsonProcessingException failure) {
        return response(BodyProblem.of(failure));
    }

    @ServerExceptionMapper(
            value = {MismatchedInputException.class, InvalidFormatException.class, InvalidNullException.class},
            priority = 1)
    public Response mismatch(MismatchedInputException failure) {
        return response(BodyProblem.of(failure));
    }

    @ServerExceptionMapper(
            value = {JsonMappingException.class, ValueInstantiationException.class},
            priority = 1)
    public Response mapping(JsonMappingException failure) {
        return response(BodyProblem.of(failure));
    }

    @ServerExceptionMapper(
            value = {UnrecognizedPropertyException.class},
            priority = 1)
    public Response unknownField(UnrecognizedPropertyException failure) {
        return response(BodyProblem.of(failure));
    }

    @ServerExceptionMapper(priority = 1)
    public Response parse(JsonParseException failure) {
        return response(BodyProblem.of(failure));
    }

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = 1)
    public Response notSignedIn(SecurityException failure) {
        return response(Problems.ofStatus(401).header("WWW-Authenticate", "Bearer"));
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response notAllowed(ForbiddenException failure) {
        return response(Problems.ofStatus(403));
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException failure) {
        return switch (failure.getCause()) {
            case JsonProcessingException json -> response(BodyProblem.of(json));
            // JAX-RS answers 404 to a path or query value that does not parse; it is a bad request.
            case IllegalArgumentException _
            when failure.getResponse().getStatus() == 404 ->
                response(Problems.invalidParameter(
                        "The address", "holds a value that is not of its type, as a UUID or a number"));
            case null, default ->
                response(Problems.ofStatus(failure.getResponse().getStatus()));
        };
    }

    @ServerExceptionMapper
    public Response databaseAway(DatabaseFailure failure, HttpServerRequest request) {
        if (failure.unstorableText()) {
            return response(Problems.invalidParameter("A value", "holds a character that cannot be stored (NUL)"));
        }
        if (failure.causedByData()) {
            return unexpected(failure, request);
        }
        LOG.warnf("Database was not available, path=%s cause=%s", request.path(), failure.getMessage());
        return response(Problem.of(
                        503,
                        "temporarily-unavailable",
                        "The shop cannot store anything right now; try again in a moment")
                .header("Retry-After", "2"));
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException failure, HttpServerRequest request) {
        LOG.errorf(failure, "Request failed, method=%s path=%s", request.method(), request.path());
        return response(Problems.ofStatus(500));
    }

    static Response response(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.body());
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** The field that a Jackson failure is about, as in {@code lines[0].quantity}. */
    static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
