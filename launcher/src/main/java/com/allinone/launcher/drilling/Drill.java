package com.allinone.launcher.drilling;

import java.io.IOException;

/** How one alert is caused, and how its runbook ends it. */
public interface Drill {
    /** What it is called on the command line: the name of the runbook. */
    String name();

    /** The alert that has to fire. */
    String alert();

    /** Does the harm, and says in a sentence what was done. */
    String cause() throws IOException;

    /** Does what the runbook says, and says in a sentence what that was. May be called again, and without harm done. */
    String repair() throws IOException;
}
