package com.allinone.order.port;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.Transaction;
import java.util.Set;

/** Hears what the other services answer to a reconciliation. */
public interface ReportAnswers {

    Set<String> TYPES = Set.of("stock.reported.v1", "payment.reported.v1");

    /** Keeps an answer of one of the {@link #TYPES}. */
    void keep(Transaction transaction, IncomingMessage answer);
}
