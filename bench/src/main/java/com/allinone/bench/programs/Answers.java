package com.allinone.bench.programs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The other side of {@link AskedProgram}: reads questions, writes answers, ends with its input. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** Answers one question. */
    @FunctionalInterface
    public interface Answer<Q> {
        Object to(Q question) throws Exception;
    }

    /** Makes what answers, from the setting. */
    @FunctionalInterface
    public interface Beginning<S, Q> {
        Answer<Q> begin(S setting) throws Exception;
    }

    /**
     * Runs until the input ends, and then ends the JVM, whatever threads are left in it. Standard output belongs to the
     * answers: whatever else is printed goes to standard error.
     *
     * @param arguments the file with the setting
     */
    public static <S, Q> void serve(
            String[] arguments, Class<S> setting, Class<Q> question, Beginning<S, Q> beginning) {
        var answers = System.out;
        System.setOut(System.err);
        try {
            var answer = beginning.begin(JSON.readValue(new File(arguments[0]), setting));
            all(System.in, answers, question, answer);
            System.exit(0);
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    static <Q> void all(InputStream questions, PrintStream answers, Class<Q> question, Answer<Q> answer)
            throws Exception {
        try (var input = new BufferedReader(new InputStreamReader(questions, StandardCharsets.UTF_8))) {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                answers.println(line(answer.to(JSON.readValue(line, question))));
                answers.flush();
            }
        }
    }

    private static String line(Object answer) throws IOException {
        return JSON.writeValueAsString(answer);
    }
}
