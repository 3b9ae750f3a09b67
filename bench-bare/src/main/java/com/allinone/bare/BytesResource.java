package com.allinone.bare;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers the files of a directory as they were at the start, by their names: on the event loop, for there is nothing to
 * wait for. Nothing on top of Quarkus REST can be quicker.
 */
@Singleton
@Path("/bytes")
public class BytesResource {

    private final Map<String, byte[]> bytes = new HashMap<>();

    BytesResource(@ConfigProperty(name = "bare.directory") java.nio.file.Path directory) {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bare.directory cannot be read", e);
        }
    }

    /** The bytes of that name. */
    @GET
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public byte[] named(@PathParam("name") String name) {
        var found = bytes.get(name);
        if (found == null) {
            throw new NotFoundException("There are no bytes called " + name);
        }
        return found;
    }
}
