package com.allinone.http.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what Jackson found wrong with a body. */
final class BodyProblem {

    private BodyProblem() {}

    static Problem of(JsonProcessingException failure) {
        return switch (failure) {
            case JsonMappingException mapping -> ofMapping(mapping);
            case InputCoercionException tooLarge -> outOfRange(String.valueOf(fieldAt(tooLarge)));
            default -> notJson(failure);
        };
    }

    private static Problem ofMapping(JsonMappingException failure) {
        String path = ProblemMappers.path(failure);
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> Problems.invalidBody(path, "is not a known field");
            case ValueInstantiationException refused when refused.getCause() instanceof Problem own -> own;
            case ValueInstantiationException refused -> Problems.refusedBody(path, reason(refused.getCause()));
            case InvalidNullException missing -> Problems.invalidBody(path, "is missing");
            case InvalidFormatException wrong ->
                Problems.invalidBody(path, "is not " + expected(wrong.getTargetType()));
            case MismatchedInputException wrong
            when wrong.getTargetType() != null
                    && String.valueOf(wrong.getMessage()).startsWith("No content") ->
                Problems.invalidBody("", "is missing");
            case MismatchedInputException wrong
            when String.valueOf(wrong.getMessage()).contains("FAIL_ON_NULL_FOR_PRIMITIVES") ->
                Problems.invalidBody(path, "is missing");
            case MismatchedInputException wrong ->
                Problems.invalidBody(path, "is not " + expected(wrong.getTargetType()));
            case JsonMappingException wrapped when wrapped.getCause() instanceof Problem own -> own;
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof IllegalArgumentException own -> Problems.refusedBody(path, reason(own));
            case JsonMappingException wrapped
            when wrapped.getCause() instanceof InputCoercionException -> outOfRange(path);
            case JsonMappingException other -> notJson(other);
        };
    }

    private static Problem outOfRange(String path) {
        return Problems.invalidBody(path, "is not a whole number in range");
    }

    private static @Nullable String fieldAt(InputCoercionException failure) {
        try {
            return failure.getProcessor().currentName();
        } catch (IOException e) {
            return null;
        }
    }

    private static Problem notJson(JsonProcessingException failure) {
        var place = failure.getLocation();
        return Problems.invalidBody(
                "",
                place == null
                        ? "is not valid JSON"
                        : "is not valid JSON at line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    private static String reason(@Nullable Throwable refusal) {
        return refusal instanceof IllegalArgumentException && refusal.getMessage() != null
                ? refusal.getMessage()
                : "is not valid";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what it should be";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number in range";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Instant.class) {
            return "an instant like 2026-11-21T09:00:00Z";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return java.util.Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }
}
