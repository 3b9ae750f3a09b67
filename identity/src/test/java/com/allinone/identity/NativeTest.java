package com.allinone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.http.problems.Problems;
import com.allinone.identity.domain.Accounts;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.testing.executable.NativeNeeds;
import org.junit.jupiter.api.Test;

class NativeTest {

    @Test
    void theBuildIsToldOfAllThatANativeExecutableNeeds() {
        assertThat(NativeNeeds.missingBeside(Accounts.class, Problems.class, MessageJson.class))
                .isEmpty();
    }
}
