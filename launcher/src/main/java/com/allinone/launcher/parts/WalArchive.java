package com.allinone.launcher.parts;

import com.allinone.launcher.home.ShopHome;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where PostgreSQL keeps copies of its finished log segments. It keeps none before the first backup has made the
 * directory, so that a shop which is never backed up costs no disk.
 */
public record WalArchive(Path directory) {
    static WalArchive of(ShopHome home) {
        return new WalArchive(home.backups().resolve("wal"));
    }

    public boolean isOpen() {
        return Files.isDirectory(directory);
    }

    /** Always the same for one shop: what opens the archive is the directory, and no restart. */
    String settings() {
        return """
                archive_mode = on
                archive_command = %s
                """.formatted(quoted(("if test -d %1$s; then if test -f %1$s/%%f; then cmp -s %%p %1$s/%%f;"
                        + " else cp %%p %1$s/%%f.new && mv %1$s/%%f.new %1$s/%%f; fi; fi")
                .formatted(shell(directory))));
    }

    /** For a server that begins with a base backup: what to read, and where to stop. */
    public String recovery(String target) {
        return """
                restore_command = %s
                recovery_target_time = %s
                recovery_target_action = 'promote'
                """.formatted(quoted("cp %s/%%f %%p".formatted(shell(directory))), quoted(target));
    }

    /** PostgreSQL reads % as its own in these commands. */
    private static String shell(Path path) {
        return "'" + path.toString().replace("%", "%%").replace("'", "'\\''") + "'";
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
