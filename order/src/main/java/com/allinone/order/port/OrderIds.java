package com.allinone.order.port;

import com.allinone.order.domain.OrderId;

/** Names orders. */
@FunctionalInterface
public interface OrderIds {

    OrderId next();
}
