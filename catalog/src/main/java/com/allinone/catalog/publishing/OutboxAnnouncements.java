package com.allinone.catalog.publishing;

import com.allinone.catalog.domain.Announcements;
import com.allinone.catalog.domain.ProductEvent;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Announces through the outbox, keyed by SKU. */
@ApplicationScoped
public class OutboxAnnouncements implements Announcements<Transaction> {

    static final String TOPIC = "catalog.events";

    @Override
    public void announce(Transaction transaction, ProductEvent event) {
        transaction.send(message(event));
    }

    static OutgoingMessage message(ProductEvent event) {
        return new OutgoingMessage(
                TOPIC, event.product().sku().value(), type(event), ProductSnapshot.of(event.product()));
    }

    private static String type(ProductEvent event) {
        return switch (event) {
            case ProductEvent.Listed listed -> "product.listed.v1";
            case ProductEvent.Repriced repriced -> "product.repriced.v1";
            case ProductEvent.Retired retired -> "product.retired.v1";
        };
    }
}
