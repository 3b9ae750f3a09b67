package com.allinone.messaging.smoke;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.OutgoingMessage;
import com.allinone.messaging.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Writes each note down and says so; a negative number is one that it cannot stand. */
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
        return Set.of("note.shred.v1");
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        for (IncomingMessage message : messages) {
            Note note = message.body(Note.class);
            if (note.number() < 0) {
                throw new IllegalStateException("A note cannot be negative");
            }
            transaction
                    .sql("insert into note (key, number, message_id) values (?, ?, ?)")
                    .bind(note.key())
                    .bind(note.number())
                    .bind(message.id())
                    .update();
            transaction.send(new OutgoingMessage("notes.events", message.key(), "note.taken.v1", note), message);
        }
    }
}
