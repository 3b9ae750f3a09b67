package com.allinone.http.notes;

import com.allinone.http.operating.Operating;
import com.allinone.http.operating.OperatingResource;
import jakarta.ws.rs.Path;

/** The operators' addresses, as a service mounts them. */
@Path("/api/v1/notes")
public class NotesOperatingResource extends OperatingResource {

    public NotesOperatingResource(Operating operating) {
        super(operating);
    }
}
