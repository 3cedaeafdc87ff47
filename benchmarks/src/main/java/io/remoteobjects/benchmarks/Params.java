package io.remoteobjects.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code key=value} words of a workload. */
record Params(Map<String, String> values) {

    static Params of(String[] words) {
        return new Params(Arrays.stream(words).filter(word -> word.indexOf('=') > 0)
                .collect(Collectors.toMap(word -> word.substring(0, word.indexOf('=')), word -> word.substring(word.indexOf('=') + 1))));
    }

    int number(String key, int otherwise) {
        return values.containsKey(key) ? Integer.parseInt(values.get(key)) : otherwise;
    }

    String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }
}
