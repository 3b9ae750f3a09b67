package com.allinone.crashpoints;

import java.util.List;
import java.util.Optional;

/**
 * A call in the code that crosses a boundary.
 *
 * @param method the class and the method that it stands in, lambdas counted as the method that holds them
 * @param name that, and what tells it from the other calls there
 * @param excluded why nobody has to die here, if so
 */
public record Site(String method, String name, Boundary boundary, Optional<String> excluded) {

    /** The names of its points. */
    public List<String> points() {
        return boundary.moments().stream().map(this::point).toList();
    }

    /**
     * Behind a commit, when its caller goes on: a place to sleep, not to die. Callers who share a transaction would all
     * sleep at its after-commit, for one of them commits for all.
     */
    String returned() {
        return point("returned");
    }

    /** The same in a class that this service has and does not use. */
    Site neverReached() {
        return new Site(method, name, boundary, Optional.of("in a class that this service does not use"));
    }

    String point(String moment) {
        return name + "/" + moment;
    }
}
