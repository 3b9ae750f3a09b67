package com.allinone.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.testing.executable.NativeNeeds;
import com.allinone.payment.domain.Announcements;
import org.junit.jupiter.api.Test;

class NativeTest {

    @Test
    void theBuildIsToldOfAllThatANativeExecutableNeeds() {
        assertThat(NativeNeeds.missingBeside(Announcements.class, Problems.class, MessageJson.class))
                .isEmpty();
    }
}
