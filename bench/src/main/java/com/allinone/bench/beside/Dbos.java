package com.allinone.bench.beside;

import com.allinone.bench.workflows.DbosProgram;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;

/** DBOS: a library that notes workflows and steps in the very PostgreSQL that they write to. */
public final class Dbos {
    /** The library itself is on the class path of the program alone. */
    static final String VERSION = "1.1.0-m6";

    private static final String NAME = "dbos";
    private static final int STEP = 2;

    private Dbos() {}

    /** Warm when it returns. */
    public static Peer start(Site shop, Progress progress, int warmUpSeconds) {
        var server = OwnPostgres.start(shop, NAME, STEP, progress);
        var setting = Engine.setting(server, 0, 0, 0);
        var title = "DBOS Java " + VERSION;
        return Engine.start(NAME, title, server, DbosProgram.class, setting, warmUpSeconds, progress);
    }
}
