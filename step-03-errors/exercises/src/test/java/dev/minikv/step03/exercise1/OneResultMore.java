package dev.minikv.step03.exercise1;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;

/// Finds out what [RenameWording] does with a result that it was not compiled for.
///
/// The result is added behind the compiler's back, to the compiled [RenameResult]. A `switch` that
/// names all results and has no `default` would not compile with it, and Java knows: where such a
/// `switch` meets a result that it does not name, it throws a [MatchException]. Anything else has
/// something that stands for unknown results, and would have compiled without a word.
final class OneResultMore {

    private static final ClassDesc RESULT = ClassDesc.of(RenameResult.class.getName());
    private static final ClassDesc ONE_MORE = RESULT.nested("OneMore");

    private OneResultMore() {}

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
            boolean byTheCompiler = thrown instanceof MatchException && thrown.getMessage() == null;
            return byTheCompiler
                    ? "none: it would not compile"
                    : "it compiles, and throws " + thrown.getClass().getSimpleName();
        }
    }

    /// The classes of this package once more, with one result more.
    private static final class ChangedClasses extends ClassLoader {

        private static final String PACKAGE = OneResultMore.class.getPackageName() + ".";

        ChangedClasses() {
            super(OneResultMore.class.getClassLoader());
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
            byte[] changed = name.equals(RenameResult.class.getName()) ? permitOneMore(bytes) : bytes;
            return defineClass(name, changed, 0, changed.length);
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
                type.withInterfaceSymbols(RESULT);
                type.withMethodBody(INIT_NAME, MTD_void, 0, code -> {
                    code.aload(0);
                    code.invokespecial(CD_Object, INIT_NAME, MTD_void);
                    code.return_();
                });
            });
        }

        /// Adds that class to those which a sealed interface permits; an open one permits it anyway.
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
