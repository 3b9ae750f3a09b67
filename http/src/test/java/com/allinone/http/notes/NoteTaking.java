package com.allinone.http.notes;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Writes each note down, unless it says "no". */
@ApplicationScoped
public class NoteTaking implements MessageHandler {

    @Override
    public String consumer() {
        return "note-taking";
    }

    @Override
    public Set<String> handles() {
        return Set.of("note.take.v1");
    }

    @Override
    public Set<String> ignores() {
        return Set.of();
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        for (IncomingMessage message : messages) {
            String text = message.body(String.class);
            if (text.equals("no")) {
                throw new IllegalStateException("The note says no");
            }
            transaction.sql("insert into note (text) values (?)").bind(text).update();
        }
    }
}
