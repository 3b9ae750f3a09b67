package com.allinone.catalog.publishing;

import com.allinone.catalog.domain.Product;
import com.allinone.catalog.domain.ProductView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Names the records that Jackson meets only at run time, for the native executable. */
@RegisterForReflection(
        targets = {
            ProductSnapshot.class,
            ProductSnapshot.Name.class,
            ProductView.class,
            ProductView.Text.class,
            ProductView.Money.class,
            Product.Status.class
        })
final class WrittenAsJson {

    private WrittenAsJson() {}
}
