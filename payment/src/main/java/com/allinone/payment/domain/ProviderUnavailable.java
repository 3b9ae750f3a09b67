package com.allinone.payment.domain;

import org.jspecify.annotations.Nullable;

/** The provider did not answer, or answered with a failure of its own. What it did is not known. */
public final class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
