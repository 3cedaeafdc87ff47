package io.remoteobjects.node.contract;

import java.util.Arrays;

/** Which number at a remote object is which in the contract. Immutable. */
public final class IndexMap {

    /** What stands for a member that the other side does not have. */
    public static final int NONE = -1;

    private final int[] remote;
    private final int[] own;

    /**
     * @param remote for each number in the contract that at the remote object, or {@link #NONE}
     * @param remoteCount how many members the remote object has
     */
    IndexMap(int[] remote, int remoteCount) {
        this.remote = remote.clone();
        this.own = new int[remoteCount];
        Arrays.fill(own, NONE);
        for (int i = 0; i < remote.length; i++) {
            if (remote[i] != NONE) {
                own[remote[i]] = i;
            }
        }
    }

    /** {@return the map of two that number alike} */
    static IndexMap identity(int count) {
        int[] same = new int[count];
        Arrays.setAll(same, index -> index);
        return new IndexMap(same, count);
    }

    /** {@return the number at the remote object of a member of the contract; {@link #NONE} if it has none} */
    public int remote(int index) {
        return remote[index];
    }

    /** {@return the number in the contract of a member of the remote object; {@link #NONE} if there is none or no such member} */
    public int own(int index) {
        return index < 0 || index >= own.length ? NONE : own[index];
    }
}
