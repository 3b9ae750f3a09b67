package com.allinone.bench.generating;

/**
 * One round that the generator is asked for.
 *
 * @param seed draws the arrivals and the orders; a round with another seed has other idempotency keys
 * @param rate arrivals a second
 * @param seconds how long they arrive
 * @param patienceSeconds how long orders are waited for after the last arrival
 */
public record Wish(long seed, double rate, int seconds, int patienceSeconds) {}
