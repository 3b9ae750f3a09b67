package com.allinone.crashpoints;

import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An interface of the code whose calls cross a boundary: each of its call sites is a place to die at.
 *
 * @param owner its class file's name
 * @param methods those that cross; every one when empty
 */
record Port(String owner, Set<String> methods, Boundary boundary) {

    static final String TRANSACTIONS = "com/allinone/messaging/sql/Transactions";
    static final String BATCHES = "com/allinone/messaging/inbox/BatchConsumer";

    private static final List<Port> ALL = List.of(
            new Port(TRANSACTIONS, Set.of("call", "run"), Boundary.COMMIT),
            new Port("com/allinone/payment/domain/Desk", Set.of(), Boundary.COMMIT),
            new Port(BATCHES, Set.of("consume"), Boundary.BATCH),
            new Port("com/allinone/payment/domain/Provider", Set.of(), Boundary.CALL),
            new Port("com/allinone/payment/domain/ProviderRecords", Set.of(), Boundary.CALL),
            new Port("com/allinone/identity/domain/Accounts", Set.of(), Boundary.CALL),
            new Port("com/allinone/messaging/outbox/RelayProducer", Set.of("publish"), Boundary.PUBLISH),
            new Port("com/allinone/messaging/outbox/Broker$Connection", Set.of("send"), Boundary.SEND));

    /** Classes whose transactions are named after whoever calls them: they stand behind another port. */
    private static final Set<String> BEHIND_A_PORT = Set.of("com/allinone/messaging/inbox/BatchWork");

    /** The port that is called, unless the caller is itself what answers there. */
    static Optional<Port> called(InvokeInstruction call, Caller caller) {
        return ALL.stream()
                .filter(port -> port.owner.equals(call.owner().asInternalName())
                        && (port.methods.isEmpty()
                                || port.methods.contains(call.name().stringValue())))
                .filter(port -> !caller.is(port.owner))
                .filter(port -> port.boundary != Boundary.COMMIT || !conducts(caller))
                .findFirst();
    }

    static boolean isPort(String owner, String method) {
        return ALL.stream()
                .anyMatch(
                        port -> port.owner.equals(owner) && (port.methods.isEmpty() || port.methods.contains(method)));
    }

    private static boolean conducts(Caller caller) {
        return BEHIND_A_PORT.contains(caller.name())
                || ALL.stream().anyMatch(port -> caller.interfaces().contains(port.owner));
    }

    /** {@code Desk.decide}; nothing for transactions, which are named by their place alone. */
    Optional<String> spoken(String method) {
        return switch (boundary) {
            case BATCH -> Optional.empty();
            case COMMIT -> owner.equals(TRANSACTIONS) ? Optional.empty() : Optional.of(simple() + "." + method);
            case CALL, PUBLISH, SEND -> Optional.of(simple() + "." + method);
        };
    }

    private String simple() {
        return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    }

    /**
     * The class that a call stands in.
     *
     * @param interfaces that it implements itself
     */
    record Caller(String name, Set<String> interfaces) {

        boolean is(String port) {
            return name.equals(port) || interfaces.contains(port);
        }
    }
}
