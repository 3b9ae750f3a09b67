package com.allinone.launcher.drilling;

import java.io.IOException;

/** One service answers nobody any more. */
record ServiceDownDrill(Frozen catalog) implements Drill {
    @Override
    public String name() {
        return "service-down";
    }

    @Override
    public String alert() {
        return "ServiceDown";
    }

    @Override
    public String cause() throws IOException {
        catalog.freeze();
        return "catalog stands still and answers nobody";
    }

    @Override
    public String repair() throws IOException {
        catalog.thaw();
        return "catalog goes on";
    }
}
