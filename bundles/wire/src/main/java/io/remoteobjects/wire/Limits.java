package io.remoteobjects.wire;

/**
 * What a peer may make us allocate. Every length and count from the wire is checked against these and against the bytes that are
 * really there, before anything is allocated.
 *
 * @param maxFrameBytes the longest frame, in bytes after its length word
 * @param maxElements the most elements of one list or map
 * @param maxDepth how deep values may be nested in values
 */
public record Limits(int maxFrameBytes, int maxElements, int maxDepth) {

    /** 64 MiB a frame, 4,194,304 elements a container, 64 levels. */
    public static final Limits DEFAULT = new Limits(64 << 20, 1 << 22, 64);

    /** @throws IllegalArgumentException for a limit below 1, or a frame too short for the handshake (22 bytes) */
    public Limits {
        if (maxFrameBytes < 22 || maxElements < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("Limits must be at least 22 bytes, 1 element and 1 level: maxFrameBytes=" + maxFrameBytes
                    + " maxElements=" + maxElements + " maxDepth=" + maxDepth);
        }
    }
}
