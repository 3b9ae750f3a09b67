package com.allinone.bench.generating;

/**
 * What the readers have to know, whatever they read.
 *
 * @param connections that are open at once; each asks again as soon as it is answered
 * @param sampled the share of requests whose trace is kept, as the edge decides in production
 */
public record ReadersSetting(int connections, double sampled) {}
