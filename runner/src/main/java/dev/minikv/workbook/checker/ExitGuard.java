package dev.minikv.workbook.checker;

import java.io.PrintStream;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps an exercise from ending the program, and with it the tests, the report and `watch`: a call that
/// would do so throws an error instead.
///
/// Each call of a method that ends the program, or that looks up such a method by name, is replaced by a
/// call of the method of the same name here. Other ways, such as a library that uses reflection, are left
/// to [#whenEnded] and to the launcher, which insists on a sign that there was a verdict.
public final class ExitGuard {

    private static final ClassDesc GUARD = ClassDesc.of(ExitGuard.class.getName());

    /// The methods of this class, by the methods that they replace.
    private static final Map<String, DirectMethodHandleDesc> REPLACEMENTS = new HashMap<>();

    static {
        for (Method method : ExitGuard.class.getDeclaredMethods()) {
            StandsFor original = method.getAnnotation(StandsFor.class);
            if (original != null) {
                MethodTypeDesc type = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .describeConstable()
                        .orElseThrow();
                ClassDesc owner = original.value().describeConstable().orElseThrow();
                boolean hasReceiver =
                        method.getParameterCount() > 0 && method.getParameterTypes()[0].equals(original.value());
                MethodTypeDesc called = hasReceiver ? type.dropParameterTypes(0, 1) : type;
                REPLACEMENTS.put(
                        key(owner, method.getName(), called.descriptorString()),
                        MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, GUARD, method.getName(), type));
            }
        }
    }

    private ExitGuard() {}

    /// Names the class whose method is replaced.
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface StandsFor {
        Class<?> value();
    }

    /// Thrown where the program would have ended. An error, so that no `catch (Exception e)` stops it.
    static final class Exited extends Error {

        private static final long serialVersionUID = 1;

        Exited(String call) {
            super(call);
        }
    }

    @StandsFor(System.class)
    public static void exit(int status) {
        throw exited("System.exit(" + status + ")");
    }

    @StandsFor(Runtime.class)
    public static void exit(Runtime runtime, int status) {
        throw exited("Runtime.exit(" + status + ")");
    }

    @StandsFor(Runtime.class)
    public static void halt(Runtime runtime, int status) {
        throw exited("Runtime.halt(" + status + ")");
    }

    /// Replaces `exit` and `halt` if they were looked up by name. It is static, so it does not matter which
    /// object it is called on.
    public static void halt(int status) {
        throw exited("Runtime.halt(" + status + ")");
    }

    /// A hook runs after the tests, when the solution's program would end.
    @StandsFor(Runtime.class)
    public static void addShutdownHook(Runtime runtime, Thread hook) {
        running().ifPresent(loader -> loader.hooks().add(Objects.requireNonNull(hook)));
    }

    @StandsFor(Runtime.class)
    public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
        return running().filter(loader -> loader.hooks().remove(hook)).isPresent();
    }

    @StandsFor(Class.class)
    public static Method getMethod(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        return harmless(type.getMethod(name, parameters));
    }

    @StandsFor(Class.class)
    public static Method getDeclaredMethod(Class<?> type, String name, Class<?>... parameters)
            throws NoSuchMethodException {
        return harmless(type.getDeclaredMethod(name, parameters));
    }

    @StandsFor(Class.class)
    public static Method[] getMethods(Class<?> type) {
        return Stream.of(type.getMethods()).map(ExitGuard::harmless).toArray(Method[]::new);
    }

    @StandsFor(Class.class)
    public static Method[] getDeclaredMethods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).map(ExitGuard::harmless).toArray(Method[]::new);
    }

    @StandsFor(MethodHandles.Lookup.class)
    public static MethodHandle findStatic(MethodHandles.Lookup lookup, Class<?> type, String name, MethodType of)
            throws NoSuchMethodException, IllegalAccessException {
        MethodHandle found = lookup.findStatic(type, name, of);
        return type.equals(System.class) && name.equals("exit")
                ? MethodHandles.lookup().findStatic(ExitGuard.class, name, of)
                : found;
    }

    @StandsFor(MethodHandles.Lookup.class)
    public static MethodHandle findVirtual(MethodHandles.Lookup lookup, Class<?> type, String name, MethodType of)
            throws NoSuchMethodException, IllegalAccessException {
        MethodHandle found = lookup.findVirtual(type, name, of);
        return type.equals(Runtime.class) && (name.equals("exit") || name.equals("halt"))
                ? MethodHandles.lookup().findStatic(ExitGuard.class, name, found.type())
                : found;
    }

    /// Returns a method, or its replacement here if it ends the program.
    private static Method harmless(Method found) {
        Class<?> type = found.getDeclaringClass();
        boolean ends = (type.equals(System.class) || type.equals(Runtime.class))
                && (found.getName().equals("exit") || found.getName().equals("halt"));
        try {
            return ends ? ExitGuard.class.getMethod(found.getName(), int.class) : found;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exited exited(String call) {
        var exited = new Exited(call);
        running().ifPresent(loader -> loader.noteExit(exited));
        return exited;
    }

    /// Returns the class loader of the exercise's code on the call stack.
    private static Optional<ExerciseClassLoader> running() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(frame -> frame.getDeclaringClass().getClassLoader())
                        .filter(ExerciseClassLoader.class::isInstance)
                        .map(ExerciseClassLoader.class::cast)
                        .findFirst());
    }

    /// Returns a shutdown hook for the time that an exercise runs. If the exercise's code ends the program,
    /// the hook says so, and the program ends with exit code 1.
    static Thread whenEnded(String packageName, PrintStream err) {
        return new Thread(() -> Thread.getAllStackTraces().values().stream()
                .map(Stream::of)
                .map(frames -> frames.dropWhile(frame -> !isExit(frame))
                        .filter(frame -> frame.getClassName().startsWith(packageName + "."))
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(frame -> {
                    err.println("workbook: the exercise ends the program while its tests run: %s:%s"
                            .formatted(frame.getFileName(), frame.getLineNumber()));
                    Runtime.getRuntime().halt(1);
                }));
    }

    private static boolean isExit(StackTraceElement frame) {
        return frame.getClassName().equals(Runtime.class.getName())
                && frame.getMethodName().equals("exit");
    }

    /// Replaces calls and method references.
    static CodeTransform transform() {
        return (code, element) -> {
            switch (element) {
                case InvokeInstruction call -> replaceCall(code, call);
                case InvokeDynamicInstruction dynamic -> replaceReferences(code, dynamic);
                default -> code.with(element);
            }
        };
    }

    private static void replaceCall(CodeBuilder code, InvokeInstruction call) {
        DirectMethodHandleDesc replacement = REPLACEMENTS.get(key(
                call.owner().asSymbol(), call.name().stringValue(), call.type().stringValue()));
        if (replacement == null) {
            code.with(call);
        } else {
            code.invokestatic(GUARD, replacement.methodName(), replacement.invocationType());
        }
    }

    private static void replaceReferences(CodeBuilder code, InvokeDynamicInstruction dynamic) {
        ConstantDesc[] arguments = dynamic.bootstrapArgs().stream()
                .map(argument -> argument instanceof DirectMethodHandleDesc method ? replacement(method) : argument)
                .toArray(ConstantDesc[]::new);
        code.invokedynamic(DynamicCallSiteDesc.of(
                dynamic.bootstrapMethod(), dynamic.name().stringValue(), dynamic.typeSymbol(), arguments));
    }

    private static DirectMethodHandleDesc replacement(DirectMethodHandleDesc method) {
        return REPLACEMENTS.getOrDefault(key(method.owner(), method.methodName(), method.lookupDescriptor()), method);
    }

    private static String key(ClassDesc owner, String name, String type) {
        return owner.descriptorString() + name + type;
    }
}
