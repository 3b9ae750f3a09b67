package com.allinone.messaging.testing.executable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/**
 * The types of values that are written as JSON, and where: those that reach a method that writes. A method that hands on
 * what it was given as an {@code Object} is such a method itself.
 */
final class WrittenJson {

    /** A method, and which of its arguments is written. */
    private record Sink(String owner, String name, String descriptor, int argument) {}

    private static final Set<Sink> WRITERS = Set.of(
            new Sink("com/allinone/messaging/MessageJson", "write", "(Ljava/lang/Object;)Ljava/lang/String;", 0),
            new Sink(
                    "com/allinone/messaging/OutgoingMessage",
                    "<init>",
                    "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)V",
                    3),
            new Sink(
                    "jakarta/ws/rs/core/Response",
                    "ok",
                    "(Ljava/lang/Object;)Ljakarta/ws/rs/core/Response$ResponseBuilder;",
                    0),
            new Sink(
                    "jakarta/ws/rs/core/Response$ResponseBuilder",
                    "entity",
                    "(Ljava/lang/Object;)Ljakarta/ws/rs/core/Response$ResponseBuilder;",
                    0));

    private final Code code;
    private final Map<String, String> types = new TreeMap<>();
    private final Deque<Sink> left = new ArrayDeque<>(WRITERS);
    private final Set<Sink> known = new HashSet<>(WRITERS);

    WrittenJson(Code code) {
        this.code = code;
        while (!left.isEmpty()) {
            Sink sink = left.removeFirst();
            code.classes().values().forEach(type -> type.methods.forEach(method -> look(type, method, sink)));
        }
    }

    /** Where each type is written, by its name. */
    Map<String, String> types() {
        return types;
    }

    private void look(ClassNode type, MethodNode method, Sink sink) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call
                    && call.owner.equals(sink.owner())
                    && call.name.equals(sink.name())
                    && call.desc.equals(sink.descriptor())) {
                found(type, method, argument(type, method, call, sink));
            }
        }
    }

    private void found(ClassNode type, MethodNode method, Type argument) {
        if (!argument.getInternalName().equals("java/lang/Object")
                && !argument.getInternalName().equals("java/lang/Record")) {
            Registered.named(argument.getDescriptor()).forEach(name -> types.putIfAbsent(name, place(type, method)));
            return;
        }
        Type[] parameters = Type.getArgumentTypes(method.desc);
        boolean handsOn = false;
        for (int index = 0; index < parameters.length; index++) {
            if (parameters[index].getInternalName().equals(argument.getInternalName())) {
                handsOn = true;
                var next = new Sink(type.name, method.name, method.desc, index);
                if (known.add(next)) {
                    left.add(next);
                }
            }
        }
        if (!handsOn) {
            made(method).forEach(name -> types.putIfAbsent(name, place(type, method)));
        }
    }

    /** Where the branches of an expression meet, its type is lost; it is one of those that are made here. */
    private Set<String> made(MethodNode method) {
        Set<String> made = new HashSet<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof TypeInsnNode creation
                    && creation.getOpcode() == Opcodes.NEW
                    && code.find(creation.desc)
                            .filter(node -> node.recordComponents != null)
                            .isPresent()) {
                made.add(creation.desc);
            }
        }
        return made;
    }

    private static Type argument(ClassNode type, MethodNode method, MethodInsnNode call, Sink sink) {
        try {
            Frame<BasicValue>[] frames = new Analyzer<>(new SimpleVerifier()).analyze(type.name, method);
            Frame<BasicValue> frame = frames[method.instructions.indexOf(call)];
            int arguments = Type.getArgumentTypes(call.desc).length;
            BasicValue value = frame.getStack(frame.getStackSize() - arguments + sink.argument());
            return value.getType();
        } catch (AnalyzerException e) {
            throw new IllegalStateException(place(type, method) + " cannot be read", e);
        }
    }

    static String place(ClassNode type, MethodNode method) {
        return type.name.substring(type.name.lastIndexOf('/') + 1) + "." + method.name;
    }
}
