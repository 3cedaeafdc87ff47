package io.remoteobjects.itests.harness;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the log of a container as it grows, each line once. It begins with what is logged after it was made, and goes on across restarts
 * of the container. Not thread-safe.
 */
public final class LogFollower {

    private final String container;
    private final ContainerLog log;
    private final Deque<String> unread = new ArrayDeque<>();

    LogFollower(String container, ContainerLog log) {
        this.container = container;
        this.log = log;
        log.startHere();
    }

    /**
     * Waits for a line that has a part which matches, and passes over all lines up to it.
     *
     * @return the match, for its groups
     * @throws AssertionError showing the lines passed over if there is none within the time
     */
    public MatchResult expect(String regex, Duration atMost) {
        Pattern part = Pattern.compile(regex);
        List<String> passed = new ArrayList<>();
        return Await.until("\"" + regex + "\" in the log of container " + container, atMost,
                () -> new Search(next(part, passed), passed), found -> found.match() != null).match();
    }

    /** All matching parts of what was logged since the last match, which stays to be read. */
    public List<String> unread(String regex) {
        read();
        Pattern part = Pattern.compile(regex);
        return unread.stream().map(part::matcher).filter(Matcher::find).map(Matcher::group).toList();
    }

    private MatchResult next(Pattern part, List<String> passed) {
        read();
        while (!unread.isEmpty()) {
            String line = unread.remove();
            Matcher matcher = part.matcher(line);
            if (matcher.find()) {
                return matcher.toMatchResult();
            }
            passed.add(line);
        }
        return null;
    }

    private void read() {
        unread.addAll(log.takeLines());
    }

    /** What a failure shows: the lines that were no match. */
    private record Search(MatchResult match, List<String> passed) {

        @Override
        public String toString() {
            return String.join("\n", passed);
        }
    }
}
