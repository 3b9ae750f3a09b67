package com.allinone.chaos.faults;

/** What came of a fault that was to be done. */
public sealed interface Outcome {
    String kind();

    /** It took effect, as this shows. */
    record Done(String kind, String evidence, double seconds) implements Outcome {}

    /** It did nothing, or could not be undone: the run is worth nothing. */
    record Failed(String kind, String why) implements Outcome {}

    /** This machine does not allow it. */
    record Skipped(String kind, String why) implements Outcome {}
}
