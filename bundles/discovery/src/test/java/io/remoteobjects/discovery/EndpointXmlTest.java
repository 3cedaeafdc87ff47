package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Writing and reading endpoint descriptions. */
class EndpointXmlTest {

    static Stream<Object> values() {
        return Stream.of("", "plain", " <&>\"' \n\t\r ü€\uD83D\uDE00 ", Long.MIN_VALUE, 1.0 / 3, 1.5f, -1, (byte) -128, 'x', '<', true,
                (short) 7, List.of("a", "", " b\n"), List.of(1, 2), List.of(1L), List.of(), Set.of("a", "b"), Set.of(2.5), Set.of());
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreTheSameAfterwards(Object value) {
        assertEquals(value, roundTrip(value));
    }

    @Test
    void arraysAreTheSameAfterwards() {
        for (Object[] value : new Object[][] {new String[] {"a", "b"}, new String[0], new Long[] {1L}, new Double[] {2.5},
                new Float[] {2.5f}, new Integer[] {1, -1}, new Byte[] {1}, new Character[] {'a', ' '}, new Boolean[] {true, false},
                new Short[] {3}}) {
            Object read = roundTrip(value);

            assertEquals(value.getClass(), read.getClass());
            assertArrayEquals(value, (Object[]) read);
        }
    }

    @Test
    void arraysOfPrimitivesAreTheSameAfterwards() {
        assertArrayEquals(new long[] {1, 2}, (long[]) roundTrip(new long[] {1, 2}));
        assertArrayEquals(new double[] {0.5}, (double[]) roundTrip(new double[] {0.5}));
        assertArrayEquals(new float[] {0.5f}, (float[]) roundTrip(new float[] {0.5f}));
        assertArrayEquals(new int[] {1}, (int[]) roundTrip(new int[] {1}));
        assertArrayEquals(new byte[] {1}, (byte[]) roundTrip(new byte[] {1}));
        assertArrayEquals(new char[] {'a'}, (char[]) roundTrip(new char[] {'a'}));
        assertArrayEquals(new boolean[] {true}, (boolean[]) roundTrip(new boolean[] {true}));
        assertArrayEquals(new short[] {1}, (short[]) roundTrip(new short[] {1}));
    }

    @Test
    void theSameEndpointGivesTheSameText() {
        Map<String, Object> some = Map.of("set", Set.of("a", "b", "c", "d"), "b", 2, "a", 1);
        Map<String, Object> same = new HashMap<>(Map.of("a", 1, "b", 2));
        same.put("set", Set.of("d", "c", "b", "a"));

        assertEquals(EndpointXmlWriter.write(List.of(Endpoints.with(some))), EndpointXmlWriter.write(List.of(Endpoints.with(same))));
    }

    @Test
    void whatTheFormatCannotHoldIsLeftOut() {
        String xml = EndpointXmlWriter.write(List.of(Endpoints.with(Map.of("time", Instant.EPOCH, "mixed", List.of(1, "a"), "control",
                "\u0000", "kept", "k"))));

        Map<String, Object> read = EndpointXmlReader.read(xml).getProperties();
        assertEquals("k", read.get("kept"));
        assertFalse(Stream.of("time", "mixed", "control").anyMatch(read::containsKey), read::toString);
    }

    @Test
    void xmlInAPropertyIsReadAsItsText() {
        EndpointDescription read = EndpointXmlReader.read(described(
                "<property name='p'><xml><config xmlns='urn:x'><port>1</port></config></xml></property>"));

        assertEquals("<config xmlns=\"urn:x\"><port>1</port></config>", read.getProperties().get("p"));
    }

    @Test
    void whatOthersWriteIsRead() {
        EndpointDescription read = EndpointXmlReader.read("<?xml version='1.0' encoding='UTF-8'?>\n<!-- of others -->\n"
                + described("<property name='long' value-type='long' value=' 42 '/><property name='list' value-type='Integer'><list>\n"
                        + "  <value>1</value><!-- --><value> 2 </value></list></property>"));

        assertEquals(42L, read.getProperties().get("long"));
        assertEquals(List.of(1, 2), read.getProperties().get("list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "no xml", "<endpoint-descriptions/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><endpoint-descriptions>&e;</endpoint-descriptions>",
        "<endpoint-descriptions><endpoint-description/></endpoint-descriptions>"})
    void whatDescribesNoEndpointIsRefused(String xml) {
        assertThrows(IllegalArgumentException.class, () -> EndpointXmlReader.read(xml));
    }

    @Test
    void aDocumentTypeIsRefusedThoughTheRestIsRight() {
        String refused = "<!DOCTYPE endpoint-descriptions>" + described("");

        assertTrue(assertThrows(IllegalArgumentException.class, () -> EndpointXmlReader.read(refused)).getMessage().contains("DOCTYPE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<property name='bad'/>", "<property name='bad' value-type='Date' value='1'/>", "<property name='bad' value-type='int' value='x'/>",
        "<property name='bad' value-type='char' value='xy'/>", "<property name='bad'><map/></property>"})
    void aPropertyThatMakesNoSenseIsNamed(String property) {
        String xml = described(property);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> EndpointXmlReader.read(xml)).getMessage().contains("\"bad\""));
    }

    @Test
    void oneThatMakesNoSenseDoesNotTakeTheOthersWithIt() {
        String one = described("<property name='bad'/>").replaceAll("</?endpoint-descriptions[^>]*>", "");
        String xml = described("").replace("</endpoint-descriptions>", one + "</endpoint-descriptions>");
        List<String> problems = new ArrayList<>();

        List<EndpointDescription> read = EndpointXml.read(xml, problems::add);

        assertEquals(List.of("1"), read.stream().map(EndpointDescription::getId).toList());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("\"bad\""), problems::toString);
    }

    @Test
    void severalAreWrittenAndRead() {
        List<EndpointDescription> endpoints = List.of(Endpoints.endpoint("a", "f", "c", Map.of()),
                Endpoints.endpoint("b", "f", "c", Map.of()));

        assertEquals(endpoints, EndpointXml.read(EndpointXml.write(endpoints), Assertions::fail));
        assertThrows(IllegalArgumentException.class, () -> EndpointXml.read("<other/>", Assertions::fail));
    }

    private static Object roundTrip(Object value) {
        String xml = EndpointXmlWriter.write(List.of(Endpoints.with(Map.of("value", value))));
        return EndpointXmlReader.read(xml).getProperties().get("value");
    }

    private static String described(String properties) {
        return "<endpoint-descriptions xmlns='http://www.osgi.org/xmlns/rsa/v1.0.0'><endpoint-description>"
                + "<property name='objectClass'><array><value>a.B</value></array></property><property name='endpoint.id' value='1'/>"
                + "<property name='service.imported.configs' value='c'/>" + properties + "</endpoint-description></endpoint-descriptions>";
    }
}
