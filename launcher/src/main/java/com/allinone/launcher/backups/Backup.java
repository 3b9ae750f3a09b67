package com.allinone.launcher.backups;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One base backup.
 *
 * @param directory the server's files as they were copied
 * @param firstSegment the log segment that a restore begins to read with
 * @param endedAt the earliest moment that this backup leads to
 */
public record Backup(Path directory, String firstSegment, Instant endedAt) {}
