package io.remoteobjects.itests.conformance.services;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Version;

/** All that {@code osgi.basic} promises, each as parameter and result. All methods answer with what {@link Values#change} makes of it. */
public interface BasicTypes {

    boolean change(boolean value);

    Boolean change(Boolean value);

    boolean[] change(boolean[] value);

    Boolean[] change(Boolean[] value);

    List<Boolean> changeBooleans(List<Boolean> value);

    Set<Boolean> changeBooleans(Set<Boolean> value);

    byte change(byte value);

    Byte change(Byte value);

    byte[] change(byte[] value);

    Byte[] change(Byte[] value);

    List<Byte> changeBytes(List<Byte> value);

    Set<Byte> changeBytes(Set<Byte> value);

    short change(short value);

    Short change(Short value);

    short[] change(short[] value);

    Short[] change(Short[] value);

    List<Short> changeShorts(List<Short> value);

    Set<Short> changeShorts(Set<Short> value);

    char change(char value);

    Character change(Character value);

    char[] change(char[] value);

    Character[] change(Character[] value);

    List<Character> changeChars(List<Character> value);

    Set<Character> changeChars(Set<Character> value);

    int change(int value);

    Integer change(Integer value);

    int[] change(int[] value);

    Integer[] change(Integer[] value);

    List<Integer> changeInts(List<Integer> value);

    Set<Integer> changeInts(Set<Integer> value);

    long change(long value);

    Long change(Long value);

    long[] change(long[] value);

    Long[] change(Long[] value);

    List<Long> changeLongs(List<Long> value);

    Set<Long> changeLongs(Set<Long> value);

    float change(float value);

    Float change(Float value);

    float[] change(float[] value);

    Float[] change(Float[] value);

    List<Float> changeFloats(List<Float> value);

    Set<Float> changeFloats(Set<Float> value);

    double change(double value);

    Double change(Double value);

    double[] change(double[] value);

    Double[] change(Double[] value);

    List<Double> changeDoubles(List<Double> value);

    Set<Double> changeDoubles(Set<Double> value);

    String change(String value);

    String[] change(String[] value);

    List<String> changeStrings(List<String> value);

    Set<String> changeStrings(Set<String> value);

    Version change(Version value);

    Version[] change(Version[] value);

    List<Version> changeVersions(List<Version> value);

    Set<Version> changeVersions(Set<Version> value);

    TimeUnit change(TimeUnit value);

    TimeUnit[] change(TimeUnit[] value);

    List<TimeUnit> changeUnits(List<TimeUnit> value);

    Set<TimeUnit> changeUnits(Set<TimeUnit> value);

    Reading change(Reading value);

    Reading[] change(Reading[] value);

    List<Reading> changeReadings(List<Reading> value);

    Set<Reading> changeReadings(Set<Reading> value);

    Map<String, Integer> changeMap(Map<String, Integer> value);

    Map<Short, Reading> changeReadings(Map<Short, Reading> value);

    Map<TimeUnit, List<Set<Byte>>> changeNested(Map<TimeUnit, List<Set<Byte>>> value);

    List<Map<Version, Character[]>> changeNested(List<Map<Version, Character[]>> value);

    long[][] change(long[][] value);

    Collection<Short> changeCollection(Collection<Short> value);

    List<?> changeAny(List<?> value);

    Object change(Object value);
}
