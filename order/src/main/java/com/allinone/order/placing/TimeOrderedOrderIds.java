package com.allinone.order.placing;

import com.allinone.order.domain.OrderId;
import com.allinone.order.port.OrderIds;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;

/** UUIDv7: new orders stand at the end of every index. */
@ApplicationScoped
public class TimeOrderedOrderIds implements OrderIds {

    @Override
    public OrderId next() {
        return new OrderId(UuidCreator.getTimeOrderedEpoch());
    }
}
