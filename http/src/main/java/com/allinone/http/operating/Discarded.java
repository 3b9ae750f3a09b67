package com.allinone.http.operating;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A message was discarded.
 *
 * @param left how many of its key are still parked; with none the key is free
 */
@RegisterForReflection
public record Discarded(long left) {}
