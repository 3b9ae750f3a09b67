package com.allinone.inventory.domain;

/** Why nothing is held for an order. The names are part of the contract. */
public enum RejectionReason {
    OUT_OF_STOCK,
    /** No warehouse ever received one of the SKUs. */
    UNKNOWN_SKU,
    /** The order was released before its reservation arrived. */
    RELEASED
}
