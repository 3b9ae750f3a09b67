package com.allinone.identity.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in lower case, so that one mailbox is one person. Whether mail arrives there is not known; the
 * form is checked as far as a typing error shows. It is personal: its text form for logs is blank.
 */
public record Email(String value) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("email must be an address as in minji@example.com, at most " + LONGEST
                    + " characters, letters a to z");
        }
    }

    @Override
    public String toString() {
        return "Email[…]";
    }
}
