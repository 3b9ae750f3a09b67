package com.allinone.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path home;

    @Test
    void aSecretIsMadeOnceAndStays() {
        var first = new Secrets(home).get("provider.key", "sk_test_");

        assertThat(first).matches("sk_test_[0-9a-f]{32}");
        assertThat(new Secrets(home).get("provider.key", "sk_test_")).isEqualTo(first);
    }

    @Test
    void everySecretAndEveryShopHasItsOwn() {
        var secrets = new Secrets(home);

        assertThat(secrets.get("postgres.order")).isNotEqualTo(secrets.get("postgres.payment"));
        assertThat(new Secrets(home.resolve("other")).get("postgres.order"))
                .isNotEqualTo(secrets.get("postgres.order"));
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws IOException {
        new Secrets(home).get("postgres.order");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
