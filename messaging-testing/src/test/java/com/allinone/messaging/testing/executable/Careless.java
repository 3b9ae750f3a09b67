package com.allinone.messaging.testing.executable;

import com.allinone.messaging.MessageJson;
import com.allinone.messaging.OutgoingMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** Code that works on a JVM, and of which some would not in a native executable. */
final class Careless {

    private Careless() {}

    record Forgotten(String name) {}

    record Handed(String name) {}

    record Chosen(String name) {}

    record Part(String name) {}

    record Constant(String name) {}

    sealed interface Family permits Member {}

    record Member(String name) implements Family {}

    @RegisterForReflection
    record Registered(List<Part> parts) {}

    @RegisterForReflection
    record Whole(String name) {}

    static List<String> write(boolean first, Family family) {
        return List.of(
                MessageJson.write(new Forgotten("a")),
                handOn(new Handed("b")),
                MessageJson.write(first ? new Chosen("c") : new Whole("d")),
                MessageJson.write(new Registered(List.of())),
                MessageJson.write(family));
    }

    static OutgoingMessage message(Object body) {
        return new OutgoingMessage("topic", "key", "note.written.v1", body);
    }

    static OutgoingMessage sent() {
        return message(new Sent("e"));
    }

    record Sent(String name) {}

    static Constant read(String json) {
        return MessageJson.read(json, Constant.class);
    }

    static Class<?> named(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    static boolean opened() {
        return Careless.class.getResource("/executable/opened.txt") != null;
    }

    private static String handOn(Object value) {
        return MessageJson.write(value);
    }
}
