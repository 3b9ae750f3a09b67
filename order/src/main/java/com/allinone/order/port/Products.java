package com.allinone.order.port;

import com.allinone.messaging.sql.Transaction;
import com.allinone.order.domain.Product;
import java.util.Collection;
import java.util.Map;

/** The local copies of catalog's products. */
public interface Products {

    /** The known ones among these SKUs, by SKU. */
    Map<String, Product> find(Transaction transaction, Collection<String> skus);

    /** Keeps each product unless a higher version of it is already here. */
    void keep(Transaction transaction, Collection<Product> products);
}
