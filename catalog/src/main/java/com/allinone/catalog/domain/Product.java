package com.allinone.catalog.domain;

/**
 * A product as the shop shows it.
 *
 * @param version 1 when it is listed, one more with every change; readers keep the higher one
 */
public record Product(
        Sku sku,
        Bilingual name,
        Bilingual description,
        CategoryId category,
        Price price,
        Picture picture,
        Status status,
        long version) {

    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_DESCRIPTION = 2_000;

    /** Whether it can be bought. */
    public enum Status {
        LISTED,
        RETIRED
    }

    public Product {
        name.atMost(LONGEST_NAME);
        description.atMost(LONGEST_DESCRIPTION);
        if (version < 1) {
            throw new IllegalArgumentException("must have a version of at least 1, not " + version);
        }
    }

    /** A product that is new to the shop. */
    public static ProductEvent.Listed list(
            Sku sku, Bilingual name, Bilingual description, CategoryId category, Price price, Picture picture) {
        return new ProductEvent.Listed(new Product(sku, name, description, category, price, picture, Status.LISTED, 1));
    }

    /**
     * Changes the price. The currency stays: carts and orders of one currency hold this product.
     *
     * @param seen the version that the operator decided by
     */
    public Edit reprice(Price next, long seen) {
        if (seen != version) {
            return new Edit.Refused(new Refusal.Stale(sku, seen, version));
        }
        if (status == Status.RETIRED) {
            return new Edit.Refused(new Refusal.Retired(sku));
        }
        if (next.currency() != price.currency()) {
            return new Edit.Refused(new Refusal.OtherCurrency(sku, price.currency()));
        }
        if (next.equals(price)) {
            return new Edit.Unneeded(this);
        }
        return new Edit.Done(new ProductEvent.Repriced(changed(next, status)));
    }

    /** Takes it off the shelves for good; a second time changes nothing. */
    public Edit retire(long seen) {
        if (seen != version) {
            return new Edit.Refused(new Refusal.Stale(sku, seen, version));
        }
        if (status == Status.RETIRED) {
            return new Edit.Unneeded(this);
        }
        return new Edit.Done(new ProductEvent.Retired(changed(price, Status.RETIRED)));
    }

    private Product changed(Price nextPrice, Status nextStatus) {
        return new Product(sku, name, description, category, nextPrice, picture, nextStatus, version + 1);
    }
}
