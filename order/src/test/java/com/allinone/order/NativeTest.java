package com.allinone.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.allinone.http.problems.Problems;
import com.allinone.messaging.MessageJson;
import com.allinone.messaging.testing.executable.NativeNeeds;
import com.allinone.order.domain.Books;
import org.junit.jupiter.api.Test;

class NativeTest {

    @Test
    void theBuildIsToldOfAllThatANativeExecutableNeeds() {
        assertThat(NativeNeeds.missingBeside(Books.class, Problems.class, MessageJson.class))
                .isEmpty();
    }
}
