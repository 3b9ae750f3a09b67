package com.allinone.launcher.sizing;

/**
 * How much of one thing is needed.
 *
 * @param what as it is called in the profiles
 * @param arithmetic how the amount came about, for whoever doubts it
 */
public record Need(String what, long amount, String arithmetic) {}
