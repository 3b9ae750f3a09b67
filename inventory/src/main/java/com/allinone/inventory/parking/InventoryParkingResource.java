package com.allinone.inventory.parking;

import com.allinone.http.operating.Operating;
import com.allinone.http.operating.OperatingResource;
import jakarta.ws.rs.Path;

/** Parked messages and publishing again, below this service's path. */
@Path("/api/v1/inventory")
public class InventoryParkingResource extends OperatingResource {

    public InventoryParkingResource(Operating operating) {
        super(operating);
    }
}
