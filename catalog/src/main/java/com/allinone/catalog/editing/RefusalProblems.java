package com.allinone.catalog.editing;

import com.allinone.catalog.domain.Refusal;
import com.allinone.http.problems.Problem;
import com.allinone.http.versions.Versions;

/** Refusals as what the caller reads. */
final class RefusalProblems {

    private RefusalProblems() {}

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown unknown -> Problem.of(404, "unknown-product", "There is no product " + unknown.sku());
            case Refusal.Taken taken ->
                Problem.of(
                                409,
                                "sku-taken",
                                "The SKU " + taken.sku() + " names a product already, and a SKU is never"
                                        + " used for another one")
                        .with("sku", taken.sku().value());
            case Refusal.NoSuchCategory none ->
                Problem.of(
                                422,
                                "unknown-category",
                                "There is no category " + none.category()
                                        + "; GET /api/v1/catalog/categories lists them")
                        .with("category", none.category().value());
            case Refusal.Stale stale -> Versions.stale(stale.seen(), stale.current());
            case Refusal.Retired retired ->
                Problem.of(409, "product-retired", "Product " + retired.sku() + " is retired and stays as it is")
                        .with("sku", retired.sku().value());
            case Refusal.OtherCurrency other ->
                Problem.of(
                                409,
                                "currency-mismatch",
                                "Product " + other.sku() + " is sold in " + other.currency()
                                        + ", and carts hold it in that currency; list another product for another currency")
                        .with("currency", other.currency().name());
        };
    }
}
