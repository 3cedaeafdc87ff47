package io.remoteobjects.node.plain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Version;

/** Every form of value that OSGi asks a remote service to carry (100.6.4), and what else services have. All give back what they get. */
interface BasicTypes {

    boolean same(boolean value);
    Boolean same(Boolean value);
    boolean[] same(boolean[] value);
    Boolean[] same(Boolean[] value);
    List<Boolean> booleanList(List<Boolean> value);
    Set<Boolean> booleanSet(Set<Boolean> value);

    byte same(byte value);
    Byte same(Byte value);
    byte[] same(byte[] value);
    Byte[] same(Byte[] value);
    List<Byte> byteList(List<Byte> value);
    Set<Byte> byteSet(Set<Byte> value);

    short same(short value);
    Short same(Short value);
    short[] same(short[] value);
    Short[] same(Short[] value);
    List<Short> shortList(List<Short> value);
    Set<Short> shortSet(Set<Short> value);

    char same(char value);
    Character same(Character value);
    char[] same(char[] value);
    Character[] same(Character[] value);
    List<Character> charList(List<Character> value);
    Set<Character> charSet(Set<Character> value);

    int same(int value);
    Integer same(Integer value);
    int[] same(int[] value);
    Integer[] same(Integer[] value);
    List<Integer> intList(List<Integer> value);
    Set<Integer> intSet(Set<Integer> value);

    long same(long value);
    Long same(Long value);
    long[] same(long[] value);
    Long[] same(Long[] value);
    List<Long> longList(List<Long> value);
    Set<Long> longSet(Set<Long> value);

    float same(float value);
    Float same(Float value);
    float[] same(float[] value);
    Float[] same(Float[] value);
    List<Float> floatList(List<Float> value);
    Set<Float> floatSet(Set<Float> value);

    double same(double value);
    Double same(Double value);
    double[] same(double[] value);
    Double[] same(Double[] value);
    List<Double> doubleList(List<Double> value);
    Set<Double> doubleSet(Set<Double> value);

    String same(String value);
    String[] same(String[] value);
    List<String> stringList(List<String> value);
    Set<String> stringSet(Set<String> value);

    Version same(Version value);
    Version[] same(Version[] value);
    List<Version> versionList(List<Version> value);
    Set<Version> versionSet(Set<Version> value);

    TimeUnit same(TimeUnit value);
    TimeUnit[] same(TimeUnit[] value);
    List<TimeUnit> enumList(List<TimeUnit> value);
    Set<TimeUnit> enumSet(Set<TimeUnit> value);

    Reading same(Reading value);
    Reading[] same(Reading[] value);
    List<Reading> dtoList(List<Reading> value);
    Set<Reading> dtoSet(Set<Reading> value);

    Span same(Span value);
    List<Span> recordList(List<Span> value);

    Map<String, Integer> stringMap(Map<String, Integer> value);
    Map<Short, Reading> dtoMap(Map<Short, Reading> value);
    Map<TimeUnit, List<Set<Byte>>> nestedMap(Map<TimeUnit, List<Set<Byte>>> value);
    List<Map<Version, Character[]>> nestedList(List<Map<Version, Character[]>> value);
    Set<List<Long>> nestedSet(Set<List<Long>> value);
    long[][] same(long[][] value);
    List<Short>[] same(List<Short>[] value);

    UUID same(UUID value);
    BigInteger same(BigInteger value);
    BigDecimal same(BigDecimal value);
    URI same(URI value);
    Locale same(Locale value);
    Instant same(Instant value);
    Duration same(Duration value);
    Date same(Date value);

    Collection<Byte> collection(Collection<Byte> value);
    Iterable<Byte> iterable(Iterable<Byte> value);
    SortedSet<String> sortedSet(SortedSet<String> value);
    SortedMap<String, Short> sortedMap(SortedMap<String, Short> value);

    Object same(Object value);
    Number same(Number value);
    Object[] same(Object[] value);
    List<?> wildcardList(List<?> value);
    List<? extends Number> boundedList(List<? extends Number> value);
    Map<String, Object> objectMap(Map<String, Object> value);
    @SuppressWarnings("rawtypes")
    List rawList(List value);
    @SuppressWarnings("rawtypes")
    Map rawMap(Map value);
    <T extends Comparable<T>> List<T> generic(List<T> value);

    /** A data transfer object: neither Serializable nor a subclass of OSGi's. */
    class Reading {
        public boolean flag;
        public byte octet;
        public Short half;
        public char unit;
        public int count;
        public Long total;
        public float ratio;
        public Double value;
        public String text;
        public Version version;
        public TimeUnit timeUnit;
        public int[] numbers;
        public Byte[] octets;
        public List<Character> units;
        public Set<Short> halves;
        public Map<String, List<Byte>> map;
        public List<Reading> parts;
        public Span span;
        public Object anything;
        public transient String note = "mine";
    }

    /** A record. */
    record Span(Version from, List<? extends Number> numbers, Reading reading, int length) {
    }
}
