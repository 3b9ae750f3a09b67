package com.allinone.messaging.inbox;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.MessageHandler;
import com.allinone.messaging.sql.Transaction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes each note down. It cannot stand a negative number, and the database none above a million. Mended, it can stand a negative one. */
final class Notes implements MessageHandler {

    final AtomicInteger runs = new AtomicInteger();
    Runnable meanwhile = () -> {};
    volatile boolean mended;
    String alsoHandles = "note.keep.v1";

    @Override
    public String consumer() {
        return "notes";
    }

    @Override
    public Set<String> handles() {
        return Set.of("note.take.v1", alsoHandles);
    }

    @Override
    public Set<String> ignores() {
        return Set.of("note.shred.v1");
    }

    @Override
    public void handle(Transaction transaction, List<IncomingMessage> messages) {
        runs.incrementAndGet();
        for (IncomingMessage message : messages) {
            int number = message.body(Integer.class);
            if (number < 0 && !mended) {
                throw new IllegalStateException("A note cannot be negative");
            }
            transaction
                    .sql("insert into note (key, number, message_id) values (?, ?, ?)")
                    .bind(message.key())
                    .bind(number)
                    .bind(message.id())
                    .update();
        }
        meanwhile.run();
    }
}
