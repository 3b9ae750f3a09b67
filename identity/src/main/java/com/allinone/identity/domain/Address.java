package com.allinone.identity.domain;

import java.util.UUID;

/** A stored address of one person. Other services know the id and nothing else. */
public record Address(UUID id, PostalAddress postal) {

    /** How many a person may keep. */
    public static final int MOST = 20;
}
