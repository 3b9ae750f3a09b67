package com.allinone.messaging.operating;

/**
 * Who wants something done, and why.
 *
 * @param author the user's id, 1 to 128 characters
 * @param reason in words, at most 500 characters; may be empty where none is asked for
 */
public record Mandate(String author, String reason) {

    public static final int LONGEST_REASON = 500;
    private static final int LONGEST_AUTHOR = 128;

    public Mandate {
        if (author.isEmpty() || author.length() > LONGEST_AUTHOR) {
            throw new IllegalArgumentException("An author has 1 to " + LONGEST_AUTHOR + " characters");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " characters");
        }
    }
}
