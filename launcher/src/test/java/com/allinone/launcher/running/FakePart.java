package com.allinone.launcher.running;

import com.allinone.launcher.home.ShopHome;
import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Processes;
import com.allinone.launcher.processes.Program;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part that is a shell script, healthy as soon as it says so in its log. */
record FakePart(ShopHome home, String name, String script, Set<String> needs, List<Integer> ports) implements Part {
    static final String WORKS = "echo healthy; sleep 60; :";

    static FakePart working(ShopHome home, String name, String... needs) {
        return new FakePart(home, name, WORKS, Set.of(needs), List.of(1));
    }

    FakePart with(String otherScript) {
        return new FakePart(home, name, otherScript, needs, ports);
    }

    FakePart on(int port) {
        return new FakePart(home, name, script, needs, List.of(port));
    }

    @Override
    public void prepare() {
        // A script needs nothing.
    }

    @Override
    public Program program() {
        var command = List.of("bash", "-c", script, Processes.mark(home, name));
        return new Program(command, Map.of(), home.directory(), "1");
    }

    @Override
    public boolean healthy() {
        try {
            return Files.readString(home.log(name)).contains("healthy");
        } catch (java.io.IOException notYet) {
            return false;
        }
    }
}
