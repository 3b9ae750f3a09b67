package com.allinone.payment.parking;

import com.allinone.http.operating.Operating;
import com.allinone.http.operating.OperatingResource;
import jakarta.ws.rs.Path;

/** Parked messages and publishing again, below this service's path. */
@Path("/api/v1/payment")
public class PaymentParkingResource extends OperatingResource {

    public PaymentParkingResource(Operating operating) {
        super(operating);
    }
}
