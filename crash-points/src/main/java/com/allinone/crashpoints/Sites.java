package com.allinone.crashpoints;

import com.allinone.crashpoints.Port.Caller;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sites of one class. Enumerating and halting ask the same class, so that both speak of the same places. */
final class Sites {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");
    private static final Pattern GENERATED = Pattern.compile("_(ClientProxy|Subclass)$");

    private final Map<String, List<Site>> byMethod = new LinkedHashMap<>();

    private Sites() {}

    static Sites of(ClassModel model) {
        var sites = new Sites();
        var name = model.thisClass().asInternalName();
        var caller = new Caller(
                name,
                model.interfaces().stream().map(ClassEntry::asInternalName).collect(Collectors.toSet()));
        if (GENERATED.matcher(name).find()) {
            return sites; // it hands on what others call, and they have a name
        }
        requireNoReference(model, caller);
        Map<String, Integer> seen = new HashMap<>();
        for (var method : model.methods()) {
            sites.collect(caller, method, seen);
        }
        return sites;
    }

    List<Site> all() {
        return byMethod.values().stream().flatMap(List::stream).toList();
    }

    /** Those of a method, in the order of its code. */
    List<Site> in(MethodModel method) {
        return byMethod.getOrDefault(key(method), List.of());
    }

    private void collect(Caller caller, MethodModel method, Map<String, Integer> seen) {
        var code = method.code();
        if (code.isEmpty()) {
            return;
        }
        for (var element : code.get()) {
            if (element instanceof InvokeInstruction call) {
                Port.called(call, caller).ifPresent(port -> {
                    var place = place(caller.name(), method.methodName().stringValue());
                    var spoken = port.spoken(call.name().stringValue());
                    var plain = spoken.map(what -> place + ":" + what).orElse(place);
                    int count = seen.merge(plain, 1, Integer::sum);
                    var name = count == 1 ? plain : plain + "#" + count;
                    var site = new Site(place, name, port.boundary(), Exclusion.of(caller.name(), method, name));
                    byMethod.computeIfAbsent(key(method), none -> new ArrayList<>())
                            .add(site);
                });
            }
        }
    }

    private static String key(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    /** {@code Charging.make} for a class file's name and a method, be it a lambda's or a generated proxy's. */
    static String place(String owner, String method) {
        var simple = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('.')) + 1);
        Matcher lambda = LAMBDA.matcher(method);
        return GENERATED.matcher(simple).replaceFirst("").replace('$', '.') + "."
                + (lambda.matches() ? lambda.group(1) : method);
    }

    /** A port that is handed on as a method reference would be called where no name is found. */
    private static void requireNoReference(ClassModel model, Caller caller) {
        for (var entry : model.constantPool()) {
            if (entry instanceof MethodHandleEntry handle) {
                var owner = handle.reference().owner().asInternalName();
                var method = handle.reference().name().stringValue();
                if (!caller.is(owner) && Port.isPort(owner, method)) {
                    throw new IllegalStateException(
                            "%s hands on %s.%s as a method reference; call it in a lambda instead"
                                    .formatted(caller.name(), owner, method));
                }
            }
        }
    }
}
