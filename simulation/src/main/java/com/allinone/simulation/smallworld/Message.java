package com.allinone.simulation.smallworld;

/** What the services say to each other about one order, as far as the cores care. */
enum Message {
    RESERVE,
    RELEASE,
    COMMIT,
    SHIP,
    CHARGE,
    CANCEL,
    REFUND,
    RESERVED,
    REJECTED,
    RELEASED,
    COMPLETED,
    DECLINED,
    REFUNDED
}
