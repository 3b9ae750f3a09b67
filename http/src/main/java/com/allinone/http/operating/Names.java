package com.allinone.http.operating;

import com.allinone.http.json.Require;
import org.jspecify.annotations.Nullable;

/** Consumers and keys as they are sent; a key is a stranger's text and is taken as it is. */
final class Names {

    private static final int LONGEST = 128;

    private Names() {}

    static String consumer(@Nullable String consumer) {
        return Require.text("consumer", consumer, 1, LONGEST);
    }

    static String key(@Nullable String key) {
        String present = Require.present("key", key);
        if (present.length() > LONGEST) {
            throw new IllegalArgumentException("key must have at most " + LONGEST + " characters");
        }
        return present;
    }
}
