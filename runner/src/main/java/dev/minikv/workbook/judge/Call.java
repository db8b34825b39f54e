package dev.minikv.workbook.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a compiled class calls, creates or reads. What a suite of tests looks at is visible in its code,
/// even if no result shows it.
///
/// @param file the name of the source file
/// @param owner the full name of the class whose method or field it is
/// @param name the name of the method or field; `new` if an object is created, `instanceof` if an object is
///     tested for the class `owner`
/// @param parameters the full names of the method's parameter types; none for a field
public record Call(String file, int line, String owner, String name, List<String> parameters) {

    static final String INSTANCEOF = "instanceof";

    /// Returns all calls in a class, and in the classes of its own package that it uses, in the order of
    /// their lines.
    public static List<Call> of(Class<?> type) {
        var calls = new ArrayList<Call>();
        Set<String> seen = new LinkedHashSet<>(Set.of(type.getName()));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String name = open.pop();
            try (InputStream file = type.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                if (file == null) {
                    continue; // generated at run time
                }
                ClassModel read = ClassFile.of().parse(file.readAllBytes());
                new Reader(read, calls).read();
                for (String used : classes(read)) {
                    if (used.startsWith(type.getPackageName() + ".") && seen.add(used)) {
                        open.push(used);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        calls.sort(Comparator.comparing(Call::file).thenComparing(Call::line));
        return calls;
    }

    private static List<String> classes(ClassModel type) {
        var names = new ArrayList<String>();
        type.constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry used && used.asSymbol().isClassOrInterface()) {
                names.add(nameOf(used.asSymbol()));
            }
        });
        return names;
    }

    private static String nameOf(ClassDesc type) {
        if (type.isArray()) {
            return nameOf(type.componentType()) + "[]";
        }
        return type.isPrimitive()
                ? type.displayName()
                : type.descriptorString()
                        .substring(1, type.descriptorString().length() - 1)
                        .replace('/', '.');
    }

    /// Returns the place and what is called, such as `TwoThreads.java:25 uses Thread.sleep`.
    @Override
    public String toString() {
        String type = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
        return switch (name) {
            case "new" -> "%s:%s creates a %s".formatted(file, line, type);
            case INSTANCEOF -> "%s:%s asks for the class %s".formatted(file, line, type);
            default -> "%s:%s uses %s.%s".formatted(file, line, type, name);
        };
    }

    /// Goes through the code of one class.
    private static final class Reader {

        private final ClassModel type;
        private final List<Call> calls;
        private final String file;
        private int line;

        Reader(ClassModel type, List<Call> calls) {
            this.type = type;
            this.calls = calls;
            this.file = type.findAttribute(Attributes.sourceFile())
                    .map(SourceFileAttribute::sourceFile)
                    .map(name -> name.stringValue())
                    .orElse("?");
        }

        void read() {
            type.methods()
                    .forEach(method -> method.code()
                            .ifPresent(code -> code.forEach(element -> {
                                switch (element) {
                                    case LineNumber number -> line = number.line();
                                    case InvokeInstruction call ->
                                        add(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol());
                                    case FieldInstruction field ->
                                        calls.add(new Call(
                                                file,
                                                line,
                                                nameOf(field.owner().asSymbol()),
                                                field.name().stringValue(),
                                                List.of()));
                                    case TypeCheckInstruction check
                                    when check.opcode() == Opcode.INSTANCEOF ->
                                        calls.add(new Call(
                                                file, line, nameOf(check.type().asSymbol()), INSTANCEOF, List.of()));
                                    case InvokeDynamicInstruction lambda ->
                                        lambda.bootstrapArgs().forEach(this::addReference);
                                    default -> {}
                                }
                            })));
        }

        /// A method reference is an argument of the call that makes an object of it.
        private void addReference(ConstantDesc argument) {
            if (argument instanceof DirectMethodHandleDesc method
                    && method.kind() != DirectMethodHandleDesc.Kind.GETTER
                    && !method.methodName().startsWith("lambda$")) {
                add(method.owner(), method.methodName(), MethodTypeDesc.ofDescriptor(method.lookupDescriptor()));
            }
        }

        private void add(ClassDesc owner, String name, MethodTypeDesc parameters) {
            calls.add(new Call(
                    file,
                    line,
                    nameOf(owner),
                    name.equals("<init>") ? "new" : name,
                    parameters.parameterList().stream().map(Call::nameOf).toList()));
        }
    }
}
