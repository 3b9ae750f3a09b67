package com.allinone.bench.generating;

import com.allinone.bench.programs.Answers;

/**
 * Reading as a program: its argument is a file with a {@link ReadersSetting}. Each line of standard input is a
 * {@link ReadWish}, answered by a line with what was {@link ReadTold}; it ends with its input.
 */
public final class ReadersProgram {
    private ReadersProgram() {}

    public static void main(String[] arguments) {
        Answers.serve(arguments, ReadersSetting.class, ReadWish.class, setting -> wish -> Reading.of(setting, wish));
    }
}
