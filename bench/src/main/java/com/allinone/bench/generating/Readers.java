package com.allinone.bench.generating;

import com.allinone.bench.programs.AskedProgram;
import java.nio.file.Path;
import java.util.List;

/** The running program of readers, seen from whoever started it. */
public final class Readers implements AutoCloseable {
    private static final int HEAP_MIB = 512;
    private final AskedProgram program;

    private Readers(AskedProgram program) {
        this.program = program;
    }

    /** Starts it on the class path of this very program. */
    public static Readers start(ReadersSetting setting, Path file, Path log) {
        var kind = new AskedProgram.Kind("the program of readers", ReadersProgram.class, HEAP_MIB, List.of());
        return new Readers(AskedProgram.start(kind, setting, file, log));
    }

    /** Reads for as long as is wished; returns when it is over. */
    public ReadTold read(ReadWish wish) {
        return program.ask(wish, ReadTold.class);
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
