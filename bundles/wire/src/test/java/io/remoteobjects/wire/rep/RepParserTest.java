package io.remoteobjects.wire.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RepParserTest {

    @Test
    void membersAreReadWithAllTheyHave() {
        RepClass type = RepParser.parse("class Foo { PROP(QMap<QString, int> m=5 READWRITE, PERSISTED) SIGNAL(s(const QString &text, int))"
                + " SLOT(QList<int> t()) MODEL mm(display, edit) CLASS child(Bar) }", "foo.rep").classNamed("Foo").orElseThrow();
        assertEquals(List.of(
                new RepProperty("QMap<QString, int>", "m", RepProperty.Modifier.READWRITE, true, Optional.of("5")),
                new RepSignal("s", List.of(new RepParameter("QString", "text", true, true), new RepParameter("int", "__repc_variable_1"))),
                new RepSlot("QList<int>", "t", List.of()),
                new RepModel("mm", List.of("display", "edit")),
                new RepChild("child", "Bar")), type.members());
    }

    @Test
    void defaultsEndAtABlankOrTheLastQuote() {
        RepClass type = RepParser.parse("class Foo { PROP(QString s=\"a b\" READONLY) PROP(E e=E::A) PROP(int x = -1 CONSTANT) }",
                "foo.rep").classes().get(0);
        assertEquals(List.of("\"a b\"", "E::A", "-1"), type.properties().stream().map(each -> each.defaultText().orElseThrow()).toList());
    }

    @Test
    void enumValuesCountOn() {
        RepEnum type = RepParser.parse("ENUM class E : quint8 { A, B = 0x10, C, D = -2, F }\n", "e.rep").enums().get(0);
        assertEquals(List.of(0, 16, 17, -2, -1), type.entries().stream().map(RepEnum.Entry::value).toList());
        assertEquals("quint8", type.underlyingType());
        assertTrue(type.scoped());
    }

    @Test
    void errorsTellWhereWhatAndWhatToDo() {
        assertError("class Foo {\n  PROP(int x)\n  PORP(int y)\n}", 3, 3, "found 'PORP'", "Only PROP");
        assertError("class Foo { PROP(int x READONYL) }", 1, 18, "'READONYL' is no modifier", "Write READONLY");
        assertError("class Foo { PROP(int x READONLY, READWRITE) }", 1, 18, "exclude each other", "Keep one");
        assertError("class Foo {\n ENUM E { A, 1 } }", 2, 14, "found '1'", "needs a name");
        assertError("class Foo { SIGNAL(a(int b) }", 1, 29, "found '}'", "needs ')'");
        assertError("class Foo { PROP(int x) ", 1, 25, "found the end of the file");
        assertError("class Foo { SLOT(void a(int b", 1, 25, "found no ')'");
        assertError("PROP(int x)", 1, 1, "found 'PROP'", "belong into a class");
        assertError("class F { }", 1, 7, "'F'", "at least 2");
        assertError("", 1, 1, "end of the file", "declares at least one");
    }

    @Test
    void whatRepcMisreadsIsRefused() {
        assertError("class Foo // note\n{ }", 1, 10, "comment", "forgets the name");
        assertError("class Foo { SIGNAL(a(const\nint b)) }", 1, 27, "line break between two words");
        assertError("class Foo { PROP(QString s=\"http://x\" READONLY) }", 1, 34, "//", "quoted");
        assertError("class Foo { SIGNAL(a(int x,, int y)) }", 1, 22, "without a type");
    }

    private static void assertError(String text, int line, int column, String... parts) {
        RepSyntaxException error = assertThrows(RepSyntaxException.class, () -> RepParser.parse(text, "foo.rep"));
        assertTrue(error.getMessage().startsWith("foo.rep:" + line + ":" + column + ": "), error.getMessage());
        assertEquals(line, error.line());
        assertEquals(column, error.column());
        for (String part : parts) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
    }
}
