package com.allinone.inventory.domain;

/** A command that no correct order service sends in this state: it needs a person, and trying again cannot help. */
public final class ImpossibleCommand extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossibleCommand(StockCommand command, String why) {
        super(command.getClass().getSimpleName() + " for order " + command.orderId() + " is impossible: " + why);
    }
}
