package com.allinone.identity.parking;

import com.allinone.http.operating.Operating;
import com.allinone.http.operating.OperatingResource;
import jakarta.ws.rs.Path;

/** Parked messages and publishing again, below this service's path. */
@Path("/api/v1/identity")
public class IdentityParkingResource extends OperatingResource {

    public IdentityParkingResource(Operating operating) {
        super(operating);
    }
}
