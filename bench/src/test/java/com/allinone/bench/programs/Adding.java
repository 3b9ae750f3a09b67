package com.allinone.bench.programs;

/** A program that adds to each number the one that it was begun with; it cannot answer to 0. */
final class Adding {
    private Adding() {}

    public static void main(String[] arguments) {
        Answers.serve(arguments, Integer.class, Integer.class, setting -> {
            System.out.println("begun, which is no answer");
            return number -> {
                if (number == 0) {
                    throw new IllegalArgumentException("zero");
                }
                return setting + number;
            };
        });
    }
}
