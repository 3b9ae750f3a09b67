package com.allinone.endtoend.shop;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives stories the one shop: started for the first of them, stopped after the last, also when they fail. */
public final class RunningShop implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(RunningShop.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Shop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(Opening.class, key -> Opening.attempt(), Opening.class)
                .shop();
    }

    /** A shop, or why there is none: a second try would only make everybody wait again for the same failure. */
    private sealed interface Opening extends AutoCloseable {

        Shop shop();

        @Override
        void close();

        static Opening attempt() {
            try {
                return new Opened(Shop.open());
            } catch (RuntimeException failure) {
                return new Failed(failure);
            }
        }
    }

    private record Opened(Shop shop) implements Opening {
        @Override
        public void close() {
            shop.close();
        }
    }

    private record Failed(RuntimeException failure) implements Opening {
        @Override
        public Shop shop() {
            throw new IllegalStateException("There is no shop: " + failure.getMessage(), failure);
        }

        @Override
        public void close() {
            // What a failed start had started, it has stopped.
        }
    }
}
