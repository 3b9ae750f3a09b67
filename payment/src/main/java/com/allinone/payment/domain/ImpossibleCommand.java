package com.allinone.payment.domain;

/** Order asks for what can never be meant; the message is parked for a person. */
public final class ImpossibleCommand extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImpossibleCommand(String why) {
        super(why);
    }
}
