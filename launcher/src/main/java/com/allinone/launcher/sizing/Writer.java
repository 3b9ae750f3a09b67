package com.allinone.launcher.sizing;

import java.util.List;
import java.util.Optional;

/** A class of Aurora instances. */
record Writer(String type, int vcpus) {
    /** What Aurora offers, smallest first. */
    private static final List<Writer> ALL = List.of(
            new Writer("db.r8g.large", 2),
            new Writer("db.r8g.xlarge", 4),
            new Writer("db.r8g.2xlarge", 8),
            new Writer("db.r8g.4xlarge", 16),
            new Writer("db.r8g.8xlarge", 32),
            new Writer("db.r8g.12xlarge", 48),
            new Writer("db.r8g.16xlarge", 64),
            new Writer("db.r8g.24xlarge", 96));

    /** The smallest one that has so many processors. */
    static Optional<Writer> with(long vcpus) {
        return ALL.stream().filter(writer -> writer.vcpus() >= vcpus).findFirst();
    }
}
