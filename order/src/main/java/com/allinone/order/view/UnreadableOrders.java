package com.allinone.order.view;

import com.allinone.http.problems.Problem;
import com.allinone.order.port.UnreadableHistory;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered about an order that this release cannot read. */
public class UnreadableOrders {

    private static final Logger LOG = Logger.getLogger(UnreadableOrders.class);

    @ServerExceptionMapper
    public Response unreadable(UnreadableHistory failure) {
        LOG.errorf("An order was asked for that cannot be read, cause=%s", failure.getMessage());
        Problem problem = Problem.of(
                503,
                "newer-release",
                "The order was last changed by a newer release of the shop than the one that answers;"
                        + " it is kept as it is, try again later");
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", "60")
                .entity(problem.body())
                .build();
    }
}
