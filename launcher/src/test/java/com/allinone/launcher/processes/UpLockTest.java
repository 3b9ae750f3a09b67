package com.allinone.launcher.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.launcher.home.ShopHome;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpLockTest {
    @TempDir
    Path directory;

    @Test
    void onlyOneHoldsItAtATime() {
        var home = new ShopHome(directory, directory.resolve("home"));
        try (var held = UpLock.take(home)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> UpLock.take(home)).isInstanceOf(OverlappingFileLockException.class);
        }
        UpLock.take(home).close();
    }
}
