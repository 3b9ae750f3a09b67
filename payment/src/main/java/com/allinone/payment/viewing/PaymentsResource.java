package com.allinone.payment.viewing;

import com.allinone.http.callers.Caller;
import com.allinone.http.operating.MessageRecords;
import com.allinone.http.problems.Problems;
import com.allinone.payment.domain.Books;
import com.allinone.payment.domain.OrderId;
import com.allinone.payment.domain.Payment;
import com.allinone.payment.domain.PaymentRecords;
import com.allinone.payment.domain.ShopperId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Payments for their shopper, and the books for operators and auditors. */
@Path("/api/v1/payment")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    private final Books books;
    private final PaymentRecords recorded;
    private final MessageRecords messages;
    private final Caller caller;

    public PaymentsResource(Books books, PaymentRecords recorded, MessageRecords messages, Caller caller) {
        this.books = books;
        this.recorded = recorded;
        this.messages = messages;
        this.caller = caller;
    }

    /** The payment of an order; 404 for a shopper whose order it is not. */
    @GET
    @Path("payments/{orderId}")
    @RolesAllowed({Caller.SHOPPER, Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    public PaymentView payment(@PathParam("orderId") String orderId) {
        boolean all = seesAll();
        return books.page(order(orderId))
                .filter(page -> all || isTheirs(page.payment()))
                .map(page -> PaymentView.of(page, all))
                .orElseThrow(() -> Problems.notFound("A payment of order " + orderId));
    }

    /** All that is known of an order's money: attempts, answers, ledger, messages; 404 where payment never heard of it. */
    @GET
    @Path("payments/{orderId}/explanation")
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    public PaymentExplanation explain(@PathParam("orderId") String orderId) {
        OrderId order = order(orderId);
        return recorded.of(order)
                .map(found -> PaymentExplanation.of(found, messages.of(order.toString())))
                .orElseThrow(() -> Problems.notFound("A payment of order " + orderId));
    }

    /** What stands in each account of the ledger, and that it sums to zero. */
    @GET
    @Path("ledger/balance")
    @RolesAllowed({Caller.OPERATOR, Caller.AUDITOR})
    @RunOnVirtualThread
    public LedgerBalance balance() {
        return LedgerBalance.of(books.balances());
    }

    private boolean seesAll() {
        return caller.is(Caller.OPERATOR) || caller.is(Caller.AUDITOR);
    }

    private boolean isTheirs(Payment payment) {
        return payment.charge() != null && payment.charge().shopper().equals(new ShopperId(caller.userId()));
    }

    private static OrderId order(String text) {
        try {
            return new OrderId(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            throw Problems.invalidParameter("orderId", "is not a UUID");
        }
    }
}
