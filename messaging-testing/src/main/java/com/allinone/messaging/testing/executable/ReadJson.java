package com.allinone.messaging.testing.executable;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes that JSON is read into, and where: those that are named in a method that reads. A method that reads into a
 * class that it is given is such a method itself.
 */
final class ReadJson {

    private static final String CLASS = "Ljava/lang/Class;";
    private static final String JACKSON = "com/fasterxml/jackson/databind/Object";
    private static final Set<String> OURS = Set.of(
            "com/allinone/messaging/MessageJson.read",
            "com/allinone/messaging/MessageJson.list",
            "com/allinone/messaging/IncomingMessage.body");

    private final Set<String> readers = new HashSet<>(OURS);
    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> arrays = new TreeMap<>();

    ReadJson(Code code) {
        int known;
        do {
            known = readers.size();
            code.classes()
                    .values()
                    .forEach(type -> type.methods.stream()
                            .filter(method -> method.desc.contains(CLASS) && reads(method))
                            .forEach(method -> readers.add(type.name + "." + method.name)));
        } while (readers.size() > known);
        code.classes()
                .values()
                .forEach(type -> type.methods.stream().filter(this::reads).forEach(method -> named(type, method)));
    }

    /** Where each type is read, by its name. */
    Map<String, String> types() {
        return types;
    }

    /** Where an array of each type is read, by the type's name. */
    Map<String, String> arrays() {
        return arrays;
    }

    private boolean reads(MethodNode method) {
        return instructions(method)
                .anyMatch(instruction -> instruction instanceof MethodInsnNode call
                        && (readers.contains(call.owner + "." + call.name)
                                || (call.owner.startsWith(JACKSON) && call.desc.contains(CLASS))));
    }

    private void named(ClassNode type, MethodNode method) {
        instructions(method).forEach(instruction -> {
            if (instruction instanceof LdcInsnNode constant && constant.cst instanceof Type named) {
                if (named.getSort() == Type.OBJECT && Code.ours(named.getInternalName())) {
                    types.putIfAbsent(named.getInternalName(), WrittenJson.place(type, method));
                } else if (named.getSort() == Type.ARRAY
                        && Code.ours(named.getElementType().getInternalName())) {
                    arrays.putIfAbsent(named.getElementType().getClassName(), WrittenJson.place(type, method));
                }
            }
        });
    }

    private static Stream<AbstractInsnNode> instructions(MethodNode method) {
        return StreamSupport.stream(method.instructions.spliterator(), false);
    }
}
