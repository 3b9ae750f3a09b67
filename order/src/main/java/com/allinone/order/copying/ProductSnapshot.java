package com.allinone.order.copying;

import com.allinone.order.domain.Money;
import com.allinone.order.domain.Name;
import com.allinone.order.domain.Product;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What this service reads of catalog's events; each holds the whole product. */
@RegisterForReflection
record ProductSnapshot(
        String sku, long version, Name name, long amount, String currency, String picture, String status) {

    Product product() {
        return new Product(sku, version, name, new Money(amount, currency), picture, "LISTED".equals(status));
    }
}
