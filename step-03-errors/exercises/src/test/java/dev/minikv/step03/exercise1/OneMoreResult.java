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
/// The result is added without the compiler's knowledge, to the compiled [RenameResult] and to each
/// sealed interface below it. A `switch` that names all results and has no `default` would not compile
/// with it, and Java knows: where such a `switch` meets a result that it does not name, it throws a
/// [MatchException], in the line where the `switch` begins. Anything else has something that stands for
/// unknown results, and would have compiled without a word. So may a second `switch`, or an `instanceof`,
/// beside one that is complete only for show: there may be one `switch`, and nothing that asks again.
final class OneMoreResult {

    private static final ClassDesc RESULT = ClassDesc.of(RenameResult.class.getName());
    private static final ClassDesc ONE_MORE = RESULT.nested("OneMore");

    private OneMoreResult() {}

    /// Returns the words for the result that was added, or why there are none.
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

    /// Returns the sealed interfaces that a result may implement: this one, and those below it.
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

    /// The classes of this package once more, with one result more.
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

        /// Returns whether the compiler made the exception of that line, in the one `switch` of a class.
        ///
        /// Its own stands right after the jump to the cases, in the line where the `switch` begins; a
        /// `default` stands where it was written.
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
                return "not sure: something beside the switch asks for the type as well";
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

        /// Returns a class `RenameResult.OneMore` with nothing in it but a constructor.
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

        /// Adds that class to those which a sealed type permits; an open one permits it anyway.
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
