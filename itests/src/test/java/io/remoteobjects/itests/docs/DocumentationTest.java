package io.remoteobjects.itests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows exists. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");

    /** What the pages leave out. */
    private static final String IMPORTS = "import io.remoteobjects.*; import io.remoteobjects.node.*; "
            + "import io.remoteobjects.pushstream.*; import java.beans.*; import java.time.*; import java.util.*; "
            + "import org.osgi.service.component.annotations.*; import org.osgi.util.promise.*; import org.osgi.util.pushstream.*; ";

    private static final Pattern TYPE = Pattern.compile("^(?:public |final |abstract )*(?:@?interface|class|record|enum) (\\w+)",
            Pattern.MULTILINE);
    private static final Pattern CFG_KEY = Pattern.compile("^#([a-zA-Z.]+) =[ ]?(.*)$", Pattern.MULTILINE);
    private static final Pattern TABLE_KEY = Pattern.compile("^\\| `([a-zA-Z.]+)` \\| (?:`([^`]*)`)?", Pattern.MULTILINE);
    private static final Pattern METATYPE_KEY = Pattern.compile("<AD id=\"([^\"]+)\"[^>]*?>");
    private static final Pattern METATYPE_DEFAULT = Pattern.compile(" default=\"([^\"]*)\"");

    static List<MarkdownPage> pages() {
        return MarkdownPage.below(ROOT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(MarkdownPage page) {
        assertEquals(List.of(), page.brokenLinks());
    }

    /** All together: an interface shown on one page may be used on another. */
    @Test
    void javaCompiles(@TempDir Path classes) {
        List<JavaFileObject> sources = new ArrayList<>();
        pages().forEach(page -> page.javaBlocks().forEach(block -> sources.add(source(page, block))));
        assertFalse(sources.isEmpty());

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(messages, null, null, List.of("-d", classes.toString(), "-proc:none", "-parameters"), null,
                sources).call();

        assertTrue(compiled, messages::toString);
    }

    private static JavaFileObject source(MarkdownPage page, String block) {
        Matcher type = TYPE.matcher(block);
        assertTrue(type.find(), () -> page + " shows Java code without a type, which cannot be compiled:\n" + block);
        // In one line before the block, so that line numbers in messages are those in the block.
        String code = "package " + packageOf(block) + "; " + (block.startsWith("import ") ? "" : IMPORTS) + block;
        return new SimpleJavaFileObject(URI.create("string:///" + type.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }

            @Override
            public String getName() {
                return page.file() + ", " + type.group(1);
            }
        };
    }

    private static String packageOf(String block) {
        assertFalse(block.contains("\npackage ") || block.startsWith("package "), "Leave the package statement out of documentation");
        return "docs";
    }

    @Test
    void configurationIsDescribedKeyByKey() throws IOException {
        Map<String, String> cfg = keys(CFG_KEY, Files.readString(ROOT.resolve("features/src/main/etc/io.remoteobjects.cfg")));

        assertEquals(cfg, keys(TABLE_KEY, firstPart(Files.readString(ROOT.resolve("docs/configuration.md")))));
        assertEquals(cfg, metatype(" pid=\"io.remoteobjects\"", "rsa", "topology"));
    }

    @Test
    void exportByConfigurationIsDescribedKeyByKey() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/configuration.md"));

        assertEquals(keys(TABLE_KEY, firstPart(page.substring(page.indexOf("\n## Export by configuration") + 1))),
                metatype(" factoryPid=\"io.remoteobjects.export\"", "topology"));
    }

    private static String firstPart(String page) {
        return page.substring(0, page.indexOf("\n## "));
    }

    private static Map<String, String> metatype(String designate, String... bundles) throws IOException {
        Map<String, String> keys = new TreeMap<>();
        for (String bundle : bundles) {
            try (Stream<Path> files = Files.list(ROOT.resolve("bundles/" + bundle + "/target/classes/OSGI-INF/metatype"))) {
                for (Path file : files.toList()) {
                    String metatype = Files.readString(file);
                    METATYPE_KEY.matcher(metatype.contains(designate) ? metatype : "").results().forEach(key -> {
                        Matcher value = METATYPE_DEFAULT.matcher(key.group());
                        keys.put(key.group(1), value.find() ? value.group(1) : "");
                    });
                }
            }
        }
        return keys;
    }

    private static Map<String, String> keys(Pattern pattern, String text) {
        Map<String, String> keys = new TreeMap<>();
        pattern.matcher(text).results().forEach(key -> keys.put(key.group(1), key.group(2) == null ? "" : key.group(2)));
        return keys;
    }
}
