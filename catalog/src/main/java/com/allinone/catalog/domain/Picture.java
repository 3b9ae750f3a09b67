package com.allinone.catalog.domain;

import java.net.URI;
import java.net.URISyntaxException;

/** The https address of a product's picture, at most 500 characters. */
public record Picture(String address) {

    private static final int LONGEST = 500;

    public Picture {
        if (address.length() > LONGEST || !isSecureAddress(address)) {
            throw new IllegalArgumentException(
                    "must be an https address of at most " + LONGEST + " characters, without user or fragment");
        }
    }

    private static boolean isSecureAddress(String address) {
        try {
            URI uri = new URI(address);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && address.chars().allMatch(character -> character > ' ' && character < 127);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
