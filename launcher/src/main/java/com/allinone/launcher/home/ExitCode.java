package com.allinone.launcher.home;

/** What the exit codes of {@code ./shop} mean; the same in every command. */
public final class ExitCode {
    public static final int OK = 0;
    /** What the command was to show does not hold, for example a part that is not healthy. */
    public static final int UNTRUE = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** The order was cancelled. */
    public static final int CANCELLED = 3;
    /** Books that have to agree do not. */
    public static final int DIFFERENT = 3;
    /** A part is not running, did not start, or died while starting. */
    public static final int PART = 4;
    /** The machine is in the way: a busy port, a full disk, a wrong JDK. */
    public static final int MACHINE = 5;
    /** The build failed. */
    public static final int BUILD = 6;
    /** It took longer than its bound. */
    public static final int LATE = 7;

    private ExitCode() {}
}
