package com.allinone.http.callers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The cache picks the classes that it is made of by a name that it puts together from its settings. A native executable
 * holds those that Quarkus lists; other settings may need others.
 */
class CacheInNativeTest {

    private static final String LISTED = "/io/quarkus/caffeine/runtime/graal/CacheConstructorsFeature.class";

    @Test
    void isMadeOfClassesThatQuarkusRegisters() throws Exception {
        Object cache = value(value(new VerifiedTokens(), "verified"), "cache");

        assertThat(listed())
                .contains(cache.getClass().getName())
                .contains(value(cache, "nodeFactory").getClass().getName());
    }

    private static String listed() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(CacheInNativeTest.class.getResourceAsStream(LISTED))) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Object value(Object holder, String name) throws ReflectiveOperationException {
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return Objects.requireNonNull(field.get(holder));
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
