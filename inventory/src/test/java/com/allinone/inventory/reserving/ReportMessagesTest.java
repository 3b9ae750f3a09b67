package com.allinone.inventory.reserving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allinone.messaging.UnreadableMessage;
import com.allinone.messaging.testing.Contracts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Whatever order's contract shows is understood. */
class ReportMessagesTest {

    @Test
    void everyExampleOfOrderIsAQuestion() throws JsonProcessingException {
        for (String example : Contracts.examples("order", ReportMessages.REPORT)) {
            String id = new ObjectMapper().readTree(example).get("reportId").asText();

            assertThat(ReportMessages.read(CommandMessagesTest.message(ReportMessages.REPORT, id, example))
                            .id())
                    .hasToString(id);
        }
    }

    @Test
    void aQuestionUnderAnothersKeyOrWithoutARangeIsUnreadable() {
        String example = Contracts.examples("order", ReportMessages.REPORT).getFirst();

        assertThatThrownBy(() ->
                        ReportMessages.read(CommandMessagesTest.message(ReportMessages.REPORT, "another", example)))
                .isInstanceOf(UnreadableMessage.class);
        assertThatThrownBy(() -> ReportMessages.read(
                        CommandMessagesTest.message(ReportMessages.REPORT, "another", "{\"look\":1}")))
                .isInstanceOf(UnreadableMessage.class);
    }
}
