package com.allinone.chaos.shop;

import com.allinone.launcher.parts.Part;
import com.allinone.launcher.processes.Program;
import com.allinone.launcher.processes.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A part of the launcher, told other things about the shop around it.
 *
 * @param environment added to, or put in the place of, what the part is told
 * @param command changes its command line
 */
record Altered(Part part, Map<String, String> environment, UnaryOperator<List<String>> command) implements Part {
    /** Whatever is broken and started again shares the machine with a load, and with whoever else works on it. */
    static final int PATIENCE = 4;

    static Altered told(Part part, Map<String, String> environment) {
        return new Altered(part, environment, UnaryOperator.identity());
    }

    static Altered called(Part part, List<String> arguments) {
        return new Altered(part, Map.of(), command -> {
            var longer = new ArrayList<>(command);
            longer.addAll(arguments);
            return longer;
        });
    }

    @Override
    public String name() {
        return part.name();
    }

    @Override
    public List<Integer> ports() {
        return part.ports();
    }

    @Override
    public Set<String> needs() {
        return part.needs();
    }

    @Override
    public void prepare() {
        part.prepare();
    }

    @Override
    public Program program() {
        var program = part.program();
        var all = new HashMap<>(program.environment());
        all.putAll(environment);
        return new Program(command.apply(program.command()), all, program.directory(), program.version());
    }

    @Override
    public boolean healthy() {
        return part.healthy();
    }

    @Override
    public void furnish() {
        part.furnish();
    }

    @Override
    public Duration patience() {
        return part.patience().multipliedBy(PATIENCE);
    }

    @Override
    public Duration grace() {
        return part.grace();
    }

    @Override
    public StopSignal stopSignal() {
        return part.stopSignal();
    }

    @Override
    public boolean startsHeavily() {
        return part.startsHeavily();
    }
}
