package io.remoteobjects.examples.printer.source;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds documents back while a printer that cannot be paused itself is to be. Any thread. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean closed;

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            closed = false;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the gate to open.
     *
     * @param nanos how long at most
     * @return whether it is open
     */
    boolean awaitOpen(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (closed && left > 0) {
                left = opened.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
