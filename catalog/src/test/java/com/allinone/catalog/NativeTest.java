package com.allinone.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.catalog.domain.Announcements;
import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.testing.executable.NativeNeeds;
import org.junit.jupiter.api.Test;

class NativeTest {

    @Test
    void theBuildIsToldOfAllThatANativeExecutableNeeds() {
        assertThat(NativeNeeds.missingBeside(Announcements.class, Problems.class, MessageJson.class))
                .isEmpty();
    }
}
