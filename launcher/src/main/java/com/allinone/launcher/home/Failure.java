package com.allinone.launcher.home;

/** Why a command cannot go on, as the one sentence that is printed, with the exit code that says so to a script. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    private Failure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** Something on this machine is in the way: a busy port, a full disk, a wrong JDK. */
    public static Failure machine(String sentence) {
        return new Failure(ExitCode.MACHINE, sentence);
    }

    /** A part did not start, or died while starting. */
    public static Failure part(String sentence) {
        return new Failure(ExitCode.PART, sentence);
    }

    /** The build failed. */
    public static Failure build(String sentence) {
        return new Failure(ExitCode.BUILD, sentence);
    }

    /** The command line is well-formed but names something that does not exist. */
    public static Failure usage(String sentence) {
        return new Failure(ExitCode.USAGE, sentence);
    }

    /** What was to be shown does not hold. */
    public static Failure untrue(String sentence) {
        return new Failure(ExitCode.UNTRUE, sentence);
    }

    /** What was awaited did not happen within its bound. */
    public static Failure late(String sentence) {
        return new Failure(ExitCode.LATE, sentence);
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
