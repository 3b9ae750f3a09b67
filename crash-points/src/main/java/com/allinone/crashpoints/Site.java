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

    String point(String moment) {
        return name + "/" + moment;
    }
}
