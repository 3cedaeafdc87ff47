package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.remoteobjects.Constant;
import io.remoteobjects.Default;
import io.remoteobjects.MutableProperty;
import io.remoteobjects.Name;
import io.remoteobjects.OneWay;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.ReadWrite;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.RepType;
import io.remoteobjects.Signal;
import io.remoteobjects.Value;
import org.junit.jupiter.api.Test;
import org.osgi.util.promise.Promise;

/** Every way for an interface to be no remote object. Each message names the place and what to do. */
class RefusalTest {

    @RemoteObject
    interface Generic<T> {

        void take(T value);
    }

    @RemoteObject
    interface OfGeneric extends Callable<String> {
    }

    @RemoteObject
    interface GenericMethod {

        <T> void take(T value);
    }

    @Test
    void genericInterfacesAndMethods() {
        assertRefused(Generic.class, "Generic is generic", "without type parameters");
        assertRefused(OfGeneric.class, "java.util.concurrent.Callable is generic");
        assertRefused(GenericMethod.class, "GenericMethod.take is generic");
    }

    @Test
    void classesAndNothing() {
        assertRefused(String.class, "java.lang.String is no interface");
        assertRefused(Name.class, "is no interface");
        assertTrue(assertThrows(ContractException.class, Contract::of).getMessage().contains("Name at least one"));
    }

    @SuppressWarnings("rawtypes")
    @RemoteObject
    interface RawProperty {

        Property raw();
    }

    @RemoteObject
    interface WildcardProperty {

        Property<?> any();
    }

    @SuppressWarnings("rawtypes")
    @RemoteObject
    interface RawSignal {

        Signal raw();
    }

    @RemoteObject
    interface WildcardElement {

        Property<List<? extends Number>> any();
    }

    @SuppressWarnings("rawtypes")
    @RemoteObject
    interface RawList {

        void take(List raw);
    }

    @RemoteObject
    interface RawPromise {

        Promise<?> any();
    }

    @Test
    void typesThatAreNotSaid() {
        assertRefused(RawProperty.class, "RawProperty.raw", "Property<Integer>");
        assertRefused(WildcardProperty.class, "WildcardProperty.any", "Property<?>");
        assertRefused(RawSignal.class, "RawSignal.raw");
        assertRefused(WildcardElement.class, "WildcardElement.any", "wildcard");
        assertRefused(RawList.class, "parameter raw of RawList.take", "List<String>");
        assertRefused(RawPromise.class, "RawPromise.any");
    }

    public static class Dto {
        public int number;
    }

    record Open(Thread thread) {
    }

    record Recursive(List<Recursive> children) {
    }

    record Typed<T>(T value) {
    }

    enum Empty { }

    enum Twice { ONE, @Value(0) ALSO }

    @RemoteObject
    interface OfDto {

        Dto get();
    }

    @RemoteObject
    interface OfThread {

        void open(Open open);
    }

    @RemoteObject
    interface OfOptional {

        Optional<String> find();
    }

    @RemoteObject
    interface OfRecursive {

        Property<Recursive> tree();
    }

    @RemoteObject
    interface OfTyped {

        Property<Typed<String>> value();
    }

    @RemoteObject
    interface OfEmpty {

        Property<Empty> value();
    }

    @RemoteObject
    interface OfTwice {

        Property<Twice> value();
    }

    @Test
    void typesThatQtDoesNotHave() {
        assertRefused(OfDto.class, "Dto of result of OfDto.get", "record");
        assertRefused(OfThread.class, "Thread of Open.thread");
        assertRefused(OfOptional.class, "Optional<String> of result of OfOptional.find");
        assertRefused(OfRecursive.class, "Recursive", "contains itself");
        assertRefused(OfTyped.class, "Typed is generic", "without type parameters");
        assertRefused(OfEmpty.class, "Empty has no values");
        assertRefused(OfTwice.class, "ONE and ALSO", "@Value");
    }

    @RemoteObject
    interface NarrowType {

        @RepType("quint32")
        Property<Integer> narrow();
    }

    @RemoteObject
    interface UnknownType {

        @RepType("QSomething")
        Property<Integer> unknown();
    }

    @RemoteObject
    interface WrongRecord {

        @RepType("QPoint")
        Property<GeoPoint> point();
    }

    @RemoteObject
    interface TwoWords {

        @RepType("unsigned int")
        Property<Long> number();
    }

    @RemoteObject
    interface Parenthesis {

        @Default("\"(a)\"")
        Property<String> text();
    }

    @Test
    void textsThatRepcReadsOtherwise() {
        assertRefused(TwoWords.class, "TwoWords", "unsigned int number");
        assertRefused(Parenthesis.class, "Parenthesis", "QString text=", "Look for the annotation");
    }

    @Test
    void repTypesThatDoNotFit() {
        assertRefused(NarrowType.class, "NarrowType.narrow", "Integer", "quint32", "next wider");
        assertRefused(UnknownType.class, "UnknownType.unknown", "QSomething");
        assertRefused(WrongRecord.class, "WrongRecord.point", "GeoPoint", "QPoint");
    }

    @RemoteObject
    interface OwnedProperty {

        MutableProperty<Integer> owned();
    }

    @RemoteObject
    interface OwnedSignal {

        Signal.Emitter<Integer> owned();
    }

    @RemoteObject
    interface AccessorWithParameter {

        Property<Integer> number(int index);
    }

    @RemoteObject
    interface ConstantPush {

        @Constant
        PushProperty<Integer> number();
    }

    @RemoteObject
    interface ReadWriteProperty {

        @ReadWrite
        Property<Integer> number();
    }

    @RemoteObject
    interface OneWayResult {

        @OneWay
        int number();
    }

    @RemoteObject
    interface BadDefault {

        @Default("many")
        Property<Integer> number();
    }

    @Test
    void accessorsAndAnnotationsThatMeanNothing() {
        assertRefused(OwnedProperty.class, "OwnedProperty.owned is a MutableProperty", "Property or PushProperty");
        assertRefused(OwnedSignal.class, "OwnedSignal.owned is a Emitter", "as Signal");
        assertRefused(AccessorWithParameter.class, "AccessorWithParameter.number", "without");
        assertRefused(ConstantPush.class, "ConstantPush.number", "@Constant");
        assertRefused(ReadWriteProperty.class, "ReadWriteProperty.number", "@ReadWrite");
        assertRefused(OneWayResult.class, "OneWayResult.number", "return void");
        assertRefused(BadDefault.class, "BadDefault.number", "many");
    }

    @RemoteObject
    interface SameName {

        Property<Integer> number();

        @Name("number")
        Property<Integer> other();
    }

    @RemoteObject
    interface PropertyAndSlot {

        Property<Integer> number();

        int number(int index);
    }

    @RemoteObject
    interface ChangeSignal {

        Property<Integer> number();

        Signal<Integer> numberChanged();
    }

    @RemoteObject
    interface PushSlot {

        PushProperty<Integer> number();

        void pushNumber(int number);
    }

    @RemoteObject
    interface SameOverload {

        void take(List<Integer> numbers);

        void take(int[] numbers);
    }

    @RemoteObject
    interface BadName {

        @Name("new number")
        Property<Integer> number();
    }

    @RemoteObject("X")
    interface ShortName {

        void take();
    }

    static class Elsewhere {
        record GeoPoint(int x) {
        }
    }

    @RemoteObject
    interface SameTypeName {

        Property<GeoPoint> one();

        Property<Elsewhere.GeoPoint> other();
    }

    @Test
    void namesThatClash() {
        assertRefused(SameName.class, "SameName.number", "SameName.other", "@Name");
        assertRefused(PropertyAndSlot.class, "'number'", "property PropertyAndSlot.number", "slot PropertyAndSlot.number");
        assertRefused(ChangeSignal.class, "'numberChanged'", "ChangeSignal.number");
        assertRefused(PushSlot.class, "'pushNumber(int)'", "PushSlot.number");
        assertRefused(SameOverload.class, "'take(QList<int>)'");
        assertRefused(BadName.class, "'new number'", "BadName.number");
        assertRefused(ShortName.class, "'X'", "at least 2 characters");
        assertRefused(SameTypeName.class, "Elsewhere$GeoPoint", "'GeoPoint'", "@Name");
    }

    interface One {

        int number();
    }

    interface Other {

        String number();
    }

    @Test
    void interfacesThatDoNotGoTogether() {
        String message = assertThrows(ContractException.class, () -> Contract.of(One.class, Other.class)).getMessage();
        assertTrue(message.contains("One.number()") && message.contains("Other.number()"), message);
        String withFile = assertThrows(ContractException.class, () -> Contract.of(One.class, GpsReceiver.class)).getMessage();
        assertTrue(withFile.contains("GpsReceiver.rep") && withFile.contains("object of its own"), withFile);
    }

    @RemoteObject
    interface MapOfTypes {

        Property<Map<String, Dto>> map();
    }

    @Test
    void typesWithinOthers() {
        assertRefused(MapOfTypes.class, "Dto of MapOfTypes.map");
    }

    @Test
    void interfacesThatUseAnotherCopyOfTheApi() throws Exception {
        URL[] classPath = {location(SortedGps.class), location(Property.class), location(Promise.class)};
        try (URLClassLoader other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertRefused(other.loadClass(SortedGps.class.getName()), "io.remoteobjects.", "of another copy of the API", "Refresh");
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static void assertRefused(Class<?> type, String... parts) {
        ContractException refused = assertThrows(ContractException.class, () -> Contract.of(type));
        for (String part : parts) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
    }
}
