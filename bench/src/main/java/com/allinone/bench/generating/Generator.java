package com.allinone.bench.generating;

import com.allinone.bench.programs.AskedProgram;
import java.nio.file.Path;
import java.util.List;

/** The running generator of orders, seen from whoever started it. */
public final class Generator implements AutoCloseable {
    private static final int HEAP_MIB = 512;
    private final AskedProgram program;

    private Generator(AskedProgram program) {
        this.program = program;
    }

    /** Starts it on the class path of this very program. The file holds tokens and is its owner's alone. */
    public static Generator start(Setting setting, Path file, Path log) {
        var kind = new AskedProgram.Kind("the load generator", GeneratorProgram.class, HEAP_MIB, List.of());
        return new Generator(AskedProgram.start(kind, setting, file, log));
    }

    /** Drives one round; returns when it is over. */
    public Told drive(Wish wish) {
        return program.ask(wish, Told.class);
    }

    /** Processor time so far, milliseconds. */
    public long processorMillis() {
        return program.processorMillis();
    }

    @Override
    public void close() {
        program.close();
    }
}
