package com.allinone.messaging.smoke;

/** The body of {@code note.take.v1} and of {@code note.taken.v1}. */
public record Note(String key, int number) {}
