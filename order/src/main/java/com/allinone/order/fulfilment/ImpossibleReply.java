package com.allinone.order.fulfilment;

/** An answer that cannot be true of its order; it is parked for a person. */
final class ImpossibleReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossibleReply(String why) {
        super(why);
    }
}
