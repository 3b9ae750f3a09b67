package com.allinone.catalog.parking;

import com.allinone.http.operating.Operating;
import com.allinone.http.operating.OperatingResource;
import jakarta.ws.rs.Path;

/** Parked messages and publishing again, below this service's path. */
@Path("/api/v1/catalog")
public class CatalogParkingResource extends OperatingResource {

    public CatalogParkingResource(Operating operating) {
        super(operating);
    }
}
