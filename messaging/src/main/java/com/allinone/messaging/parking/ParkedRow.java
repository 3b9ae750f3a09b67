package com.allinone.messaging.parking;

/**
 * A parked message where it stands.
 *
 * @param place its number, by which a person names it; given when it was parked
 * @param attempts how often it failed again when it was redriven
 */
public record ParkedRow(long place, int attempts, ParkedMessage message) {}
