package com.allinone.order.parking;

import com.allinone.http.operating.Operating;
import com.allinone.http.operating.OperatingResource;
import jakarta.ws.rs.Path;

/** Parked messages and publishing again, below this service's path. */
@Path("/api/v1/order")
public class OrderParkingResource extends OperatingResource {

    public OrderParkingResource(Operating operating) {
        super(operating);
    }
}
