package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

class ObjectClassTermsTest {

    @Test
    void plainTermNamesItsInterface() {
        assertEquals(Set.of("a.B"), ObjectClassTerms.of("(objectClass=a.B)"));
        assertEquals(Set.of("a.B"), ObjectClassTerms.of(" ( OBJECTCLASS = a.B ) "));
    }

    @Test
    void alternativesAndConjunctionsNameAllOfTheirs() {
        assertEquals(Set.of("a.B", "a.C"), ObjectClassTerms.of("(|(objectClass=a.B)(&(objectClass=a.C)(x=1)))"));
    }

    @Test
    void whatIsNotWantedIsNotAskedFor() {
        assertEquals(Set.of("a.B"), ObjectClassTerms.of("(&(objectClass=a.B)(!(objectClass=a.C)))"));
        assertEquals(Set.of("a.C"), ObjectClassTerms.of("(!(!(objectClass=a.C)))"));
        assertEquals(Set.of(), ObjectClassTerms.of("(!(|(objectClass=a.B)(objectClass=a.C)))"));
    }

    @Test
    void wildcardsAndOtherAttributesNameNothing() {
        assertEquals(Set.of(), ObjectClassTerms.of("(objectClass=*)"));
        assertEquals(Set.of(), ObjectClassTerms.of("(objectClass=a.*)"));
        assertEquals(Set.of(), ObjectClassTerms.of("(service.pid=objectClass=a.B)"));
        assertEquals(Set.of(), ObjectClassTerms.of(null));
    }

    @Test
    void parenthesesInValuesAreNoStructure() {
        assertEquals(Set.of("a.B"), ObjectClassTerms.of("(&(x=\\(objectClass=a.C\\))(y=\\\\)(objectClass=a.B))"));
    }
}
