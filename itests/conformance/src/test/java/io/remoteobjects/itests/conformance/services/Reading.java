package io.remoteobjects.itests.conformance.services;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Version;

/** A data transfer object: neither serializable nor a subclass of {@code org.osgi.dto.DTO}. */
public class Reading {

    public int count;
    public byte octet;
    public Character unit;
    public String text;
    public Version version;
    public TimeUnit timeUnit;
    public short[] numbers;
    public List<Byte> octets;
    public Set<Character> units;
    public Map<String, List<Long>> totals;
    public Reading before;

    /** {@return one with a value in each field} */
    public static Reading of(int count) {
        Reading reading = new Reading();
        reading.count = count;
        reading.octet = -1;
        reading.unit = '\0';
        reading.text = "text " + count;
        reading.version = new Version(1, 2, count);
        reading.timeUnit = TimeUnit.HOURS;
        reading.numbers = new short[] {1, -1};
        reading.octets = List.of((byte) 1);
        reading.units = Set.of('u');
        reading.totals = Map.of("a", List.of(Long.MIN_VALUE));
        reading.before = count == 0 ? null : of(0);
        return reading;
    }
}
