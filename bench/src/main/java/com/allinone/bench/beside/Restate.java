package com.allinone.bench.beside;

import com.allinone.bench.workflows.RestateProgram;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.util.List;

/** Restate: a server that keeps a journal of the steps of handlers which it calls, and a log of its own. */
public final class Restate {
    private static final String NAME = "restate";
    private static final int STEP = 3;

    private Restate() {}

    /** Fetches the server if it is not there yet, so that nothing is measured in vain where that fails. */
    public static void install(Site shop) {
        new RestateServer(OwnPostgres.site(shop, NAME, STEP)).prepare();
    }

    /** Warm when it returns. */
    public static Peer start(Site shop, Progress progress, int warmUpSeconds) {
        var server = OwnPostgres.start(shop, NAME, STEP, progress, site -> List.of(new RestateServer(site)));
        var restate = new RestateServer(server.site());
        var setting = Engine.setting(server, restate.ingressPort(), restate.adminPort(), restate.handlerPort());
        var title = "Restate " + RestateServer.VERSION;
        return Engine.start(NAME, title, server, RestateProgram.class, setting, warmUpSeconds, progress);
    }
}
