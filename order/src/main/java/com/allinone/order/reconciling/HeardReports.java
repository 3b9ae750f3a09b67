package com.allinone.order.reconciling;

import com.allinone.messaging.IncomingMessage;
import com.allinone.messaging.sql.Transaction;
import com.allinone.order.port.ReportAnswers;
import com.allinone.order.port.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Keeps answers beside the range they are about, once it is certain that they can be read. */
@ApplicationScoped
public class HeardReports implements ReportAnswers {

    private final Rounds rounds;
    private final Clock clock;

    public HeardReports(Rounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public void keep(Transaction transaction, IncomingMessage answer) {
        var about = answer.body(ReportedBodies.Answer.class);
        String json = new String(answer.json(), StandardCharsets.UTF_8);
        if (answer.type().startsWith("stock.")) {
            answer.body(ReportedBodies.Stock.class);
            rounds.keepStock(transaction, about.reportId(), about.look(), json, clock.instant());
        } else {
            answer.body(ReportedBodies.Payments.class);
            rounds.keepPayment(transaction, about.reportId(), about.look(), json, clock.instant());
        }
    }
}
