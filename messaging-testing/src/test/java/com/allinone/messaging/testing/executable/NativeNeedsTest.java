package com.allinone.messaging.testing.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeNeedsTest {

    private static final String HERE = "com.allinone.messaging.testing.executable.Careless$";
    private static final List<String> MISSING = NativeNeeds.missingBeside(Careless.class);

    @ParameterizedTest
    @ValueSource(strings = {"Forgotten", "Handed", "Chosen", "Part", "Constant", "Member", "Sent"})
    void findsWhatIsJsonAndNotRegistered(String record) {
        assertThat(MISSING)
                .anyMatch(sentence -> sentence.startsWith(HERE + record + " is JSON in ")
                        && sentence.endsWith(": it needs @RegisterForReflection"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Registered", "Whole"})
    void isContentWithWhatIsRegistered(String record) {
        assertThat(MISSING).noneMatch(sentence -> sentence.startsWith(HERE + record + " "));
    }

    @Test
    void findsWhatWorksByName() {
        assertThat(MISSING)
                .contains("Careless.named calls java/lang/Class.forName: a native executable does not know what it will"
                        + " be asked for");
    }

    @Test
    void findsAFileThatTheExecutableWouldNotHold() {
        assertThat(MISSING)
                .contains("executable/opened.txt is opened by com/allinone/messaging/testing/executable/Careless:"
                        + " quarkus.native.resources.includes must name it");
    }
}
