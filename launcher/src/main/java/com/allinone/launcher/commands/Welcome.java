package com.allinone.launcher.commands;

import com.allinone.launcher.demo.DemoUser;
import com.allinone.launcher.parts.Jaeger;
import com.allinone.launcher.parts.Parts;
import com.allinone.launcher.parts.Site;
import com.allinone.launcher.running.Progress;
import java.util.stream.Collectors;

/** What is printed when everything is ready: where to look, who can sign in, what to try first. */
final class Welcome {
    private final Site site;
    private final Parts parts;
    private final Progress progress;

    Welcome(Site site, Parts parts, Progress progress) {
        this.site = site;
        this.parts = parts;
        this.progress = progress;
    }

    void print() {
        var origin = site.ports().origin();
        var people = DemoUser.ALL.stream()
                .map(user -> "%s/%s (%s)".formatted(user.name(), user.password(), user.role()))
                .collect(Collectors.joining(", "));
        progress.line(
                """

                READY in %.0f s

                  shop        %s/api/v1/catalog/products
                  API pages   %s/docs
                  sign-in     %s/auth/realms/allinone/account
                  traces      %s
                  people      %s
                """
                        .formatted(
                                progress.elapsed().toMillis() / 1000.0, origin, origin, origin, traces(), people));
    }

    private String traces() {
        return parts.has(Jaeger.NAME)
                ? "http://localhost:%d".formatted(site.ports().jaeger())
                : "http://localhost:%d/zipkin (Zipkin; put a Jaeger v2 program called jaeger on the PATH to have that)"
                        .formatted(site.ports().zipkin());
    }
}
