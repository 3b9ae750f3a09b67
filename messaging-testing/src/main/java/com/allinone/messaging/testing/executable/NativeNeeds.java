package com.allinone.messaging.testing.executable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds what a service's own code needs in a native executable, and says what of it the build is not told. */
public final class NativeNeeds {

    private static final Set<String> OPENERS = Set.of("getResource", "getResourceAsStream", "getResources");

    /** What works on names or members that only the running program knows; there is none of it, and needs no rule. */
    private static final Pattern BY_NAME = Pattern.compile(
            "java/lang/Class\\.(forName|newInstance|get(Declared)?(Constructor|Method|Field)s?|getRecordComponents)"
                    + "|java/lang/ClassLoader\\.loadClass|java/lang/reflect/Proxy\\.newProxyInstance"
                    + "|java/lang/reflect/Array\\.newInstance|java/util/ServiceLoader\\.load"
                    + "|java/lang/invoke/MethodHandles\\$Lookup\\.(find|unreflect|define).*"
                    + "|java/io/ObjectInputStream\\.<init>");

    private static final String INCLUDES = "quarkus.native.resources.includes=";

    private final Code code;
    private final Registered registered;
    private final TreeSet<String> missing = new TreeSet<>();

    private NativeNeeds(Code code) {
        this.code = code;
        this.registered = new Registered(code);
    }

    /** What is missing, in sentences, in all code that lies beside these classes. */
    public static List<String> missingBeside(Class<?>... marks) {
        var needs = new NativeNeeds(Code.around(List.of(marks)));
        needs.json();
        needs.code.classes().values().forEach(needs::names);
        return List.copyOf(needs.missing);
    }

    private void json() {
        var read = new ReadJson(code);
        read.arrays()
                .forEach((type, place) -> missing.add(
                        "%s[] is read in %s: arrays are made by name, read a list instead".formatted(type, place)));
        Map<String, String> types = new TreeMap<>(new WrittenJson(code).types());
        read.types().forEach(types::putIfAbsent);
        Deque<Map.Entry<String, String>> left = new ArrayDeque<>(types.entrySet());
        Set<String> seen = new TreeSet<>(types.keySet());
        while (!left.isEmpty()) {
            var next = left.removeFirst();
            if (isRecord(next.getKey()) && !registered.contains(next.getKey())) {
                missing.add("%s is JSON in %s: it needs @RegisterForReflection"
                        .formatted(Type.getObjectType(next.getKey()).getClassName(), next.getValue()));
            }
            Registered.held(code, next.getKey()).stream()
                    .filter(seen::add)
                    .forEach(name -> left.add(Map.entry(name, next.getValue())));
        }
    }

    private boolean isRecord(String name) {
        return code.find(name).filter(node -> node.recordComponents != null).isPresent();
    }

    private void names(ClassNode type) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call) {
                    if (BY_NAME.matcher(call.owner + "." + call.name).matches()) {
                        missing.add("%s calls %s.%s: a native executable does not know what it will be asked for"
                                .formatted(WrittenJson.place(type, method), call.owner, call.name));
                    } else if (OPENERS.contains(call.name) && call.owner.startsWith("java/lang/Class")) {
                        opens(type);
                    }
                }
            }
        }
    }

    /** A class that opens files names them, all of them. */
    private void opens(ClassNode type) {
        Set<String> opened = new TreeSet<>();
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LdcInsnNode constant
                        && constant.cst instanceof String text
                        && code.resources().contains(text.startsWith("/") ? text.substring(1) : text)) {
                    opened.add(text.startsWith("/") ? text.substring(1) : text);
                }
            }
        }
        if (opened.isEmpty()) {
            missing.add(type.name + " opens a file of the class path by a name that is not written there");
        }
        opened.stream()
                .filter(file -> !included(file))
                .forEach(file -> missing.add("%s is opened by %s: quarkus.native.resources.includes must name it"
                        .formatted(file, type.name)));
    }

    private boolean included(String file) {
        return code.settings().stream()
                .filter(line -> line.startsWith(INCLUDES))
                .flatMap(line -> List.of(line.substring(INCLUDES.length()).split(",")).stream())
                .anyMatch(name -> name.strip().equals(file));
    }
}
