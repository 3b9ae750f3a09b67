package com.allinone.launcher.commands;

import com.allinone.launcher.calling.JsonCalls;
import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.demo.Stocking;
import com.allinone.launcher.parts.Jaeger;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.parts.Traces;
import com.allinone.launcher.running.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is printed when everything is ready: where to look, who can sign in, what to try first. */
final class Welcome {
    private static final String FIRST_PRODUCT = "MUG-CELADON-01";
    private static final String GET_JAEGER = """
                          (Zipkin, because no Jaeger was found; for Jaeger put its v2 program, called jaeger, on the PATH:
                          https://www.jaegertracing.io/download)
            """;
    private final Site site;
    private final Parts parts;
    private final Progress progress;
    private final ShopOptions options;

    Welcome(Site site, Parts parts, Progress progress, ShopOptions options) {
        this.site = site;
        this.parts = parts;
        this.progress = progress;
        this.options = options;
    }

    void print() {
        var origin = site.ports().origin();
        var people = DemoUser.ALL.stream()
                .map(user -> "%s, password %s (%s)".formatted(user.name(), user.password(), user.role()))
                .collect(Collectors.joining("\n              "));
        progress.line(
                """

                READY in %.0f s

                  shop        %s/api/v1/catalog/products
                  API pages   %s/docs
                  sign-in     %s/auth/realms/allinone/account
                  traces      %s""".formatted(progress.elapsed().toMillis() / 1000.0, origin, origin, origin, Traces.address(site)));
        if (!parts.has(Jaeger.NAME)) {
            progress.line(GET_JAEGER.stripTrailing());
        }
        progress.line("  people      " + people);
        price().ifPresent(this::printFirstOrder);
    }

    private void printFirstOrder(String price) {
        progress.line("""
                  products    %s (plenty), %s (only one), %s (none)

                Place an order:

                  curl -i %s/api/v1/orders \\
                    -H "Authorization: Bearer $(%s)" \\
                    -H "Idempotency-Key: first-$RANDOM$RANDOM" -H "Content-Type: application/json" \\
                    -d '{"lines":[{"sku":"%s","quantity":1,"unitPrice":%s}],"paymentMethod":"tok_visa"}'

                or place one and watch it: %s
                """.formatted(
                        FIRST_PRODUCT,
                        Stocking.ONE_OF_ONE,
                        Stocking.SOLD_OUT,
                        site.ports().origin(),
                        options.again("token minji"),
                        FIRST_PRODUCT,
                        price,
                        options.again("order " + FIRST_PRODUCT)));
    }

    private Optional<String> price() {
        try {
            var product = JsonCalls.to(site.ports().origin()).get("/api/v1/catalog/products/" + FIRST_PRODUCT);
            return product.succeeded()
                    ? Optional.of(product.body().path("price").toString())
                    : Optional.empty();
        } catch (IOException noCatalog) {
            return Optional.empty();
        }
    }
}
