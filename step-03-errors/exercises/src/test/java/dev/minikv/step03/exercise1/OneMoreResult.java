package dev.minikv.step03.exercise1;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/// Finds out what [RenameWording] does with a result that it was not compiled for.
///
/// The result is added to the compiled [RenameResult], and to each sealed interface below it, without the
/// compiler's knowledge. A `switch` that names all results and has no `default` would not compile with it.
/// When such a `switch` meets the new result at run time, Java throws a [MatchException] in the line where
/// the `switch` begins. Any other behaviour shows that something stands for unknown results, so the code
/// would have compiled. A second `switch` or an `instanceof` could hide next to a `switch` that is complete
/// only for show. So there may be only one `switch`, and nothing else that asks for the type.
final class OneMoreResult {

    private static final ClassDesc RESULT = ClassDesc.of(RenameResult.class.getName());
    private static final ClassDesc ONE_MORE = RESULT.nested("OneMore");

    private OneMoreResult() {}

    /// Returns the words for the added result, or the reason why there are none.
    static String words() throws ReflectiveOperationException {
        var classes = new ChangedClasses();
        Class<?> result = classes.loadClass(RenameResult.class.getName());
        Method of = classes.loadClass(RenameWording.class.getName()).getDeclaredMethod("of", result);
        Constructor<?> oneMore =
                classes.loadClass(result.getName() + "$OneMore").getDeclaredConstructor();
        of.setAccessible(true);
        oneMore.setAccessible(true);
        try {
            return "it compiles, and says: " + of.invoke(null, oneMore.newInstance());
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (!(thrown instanceof MatchException)) {
                return "it compiles, and throws " + thrown.getClass().getSimpleName();
            }
            StackTraceElement where = thrown.getStackTrace()[0];
            return classes.verdict(where.getClassName(), where.getLineNumber());
        }
    }

    /// Returns the sealed interfaces that a result may implement: the given one, and those below it.
    private static List<Class<?>> sealedInterfaces(Class<?> type) {
        var all = new ArrayList<Class<?>>();
        if (type.isInterface()) {
            all.add(type);
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                all.addAll(sealedInterfaces(permitted));
            }
        }
        return all;
    }

    /// Loads the classes of this package a second time, with one more result.
    private static final class ChangedClasses extends ClassLoader {

        private static final String PACKAGE = OneMoreResult.class.getPackageName() + ".";

        ChangedClasses() {
            super(OneMoreResult.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            byte[] bytes = name.endsWith("$OneMore") ? oneMore() : read(name);
            byte[] changed = permitOneMore(bytes);
            return defineClass(name, changed, 0, changed.length);
        }

        /// Returns whether the compiler generated the exception in that line, in the only `switch` of a class.
        ///
        /// The generated one comes right after the jump to the cases, in the line where the `switch` begins.
        /// The code of a `default` has the line in which it was written.
        String verdict(String name, int thrownIn) throws ClassNotFoundException {
            int switches = 0;
            int questions = 0;
            boolean byTheCompiler = false;
            for (MethodModel method : ClassFile.of().parse(read(name)).methods()) {
                int line = 0;
                boolean afterTheJump = false;
                for (CodeElement element :
                        method.code().map(CodeModel::elementList).orElse(List.of())) {
                    if (element instanceof LineNumber number) {
                        line = number.line();
                    } else if (element instanceof InvokeDynamicInstruction call
                            && call.name().equalsString("typeSwitch")) {
                        switches++;
                    } else if (element instanceof TypeCheckInstruction check && check.opcode() == Opcode.INSTANCEOF) {
                        questions++;
                    } else if (element instanceof Instruction instruction) {
                        byTheCompiler |= afterTheJump && isNewMatchException(instruction) && line == thrownIn;
                        afterTheJump = switches > 0
                                && (instruction.opcode() == Opcode.TABLESWITCH
                                        || instruction.opcode() == Opcode.LOOKUPSWITCH);
                    }
                }
            }
            if (switches != 1 || questions > 0) {
                return "unclear: something besides the switch asks for the type as well";
            }
            return byTheCompiler ? "none: it would not compile" : "it compiles, and throws MatchException";
        }

        private static boolean isNewMatchException(Instruction instruction) {
            return instruction instanceof NewObjectInstruction made
                    && made.className().asInternalName().equals("java/lang/MatchException");
        }

        private byte[] read(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /// Returns a class `RenameResult.OneMore` that has only a constructor.
        private static byte[] oneMore() {
            return ClassFile.of().build(ONE_MORE, type -> {
                type.withInterfaceSymbols(sealedInterfaces(RenameResult.class).stream()
                        .map(Class::getName)
                        .map(ClassDesc::of)
                        .toList());
                type.withMethodBody(INIT_NAME, MTD_void, 0, code -> {
                    code.aload(0);
                    code.invokespecial(CD_Object, INIT_NAME, MTD_void);
                    code.return_();
                });
            });
        }

        /// Adds that class to those that a sealed type permits; an open type permits it anyway.
        private static byte[] permitOneMore(byte[] bytes) {
            ClassFile classFile = ClassFile.of();
            return classFile.transformClass(classFile.parse(bytes), (type, element) -> {
                if (element instanceof PermittedSubclassesAttribute permitted) {
                    var all = new ArrayList<ClassDesc>();
                    for (ClassEntry subclass : permitted.permittedSubclasses()) {
                        all.add(subclass.asSymbol());
                    }
                    all.add(ONE_MORE);
                    type.with(PermittedSubclassesAttribute.ofSymbols(all));
                } else {
                    type.with(element);
                }
            });
        }
    }
}
