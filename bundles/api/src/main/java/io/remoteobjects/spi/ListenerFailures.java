package io.remoteobjects.spi;

/** Told of what goes wrong with listeners, so that it can be logged where there is a log. Any thread. */
public interface ListenerFailures {

    /** Writes to the JDK's system log. */
    ListenerFailures LOGGED = new ListenerFailures() {
        private final System.Logger log = System.getLogger(OrderDomain.class.getName());

        @Override
        public void failed(Object cell, Throwable thrown) {
            log.log(System.Logger.Level.ERROR, "A listener failed; the others go on, and it will be called again at the next change.",
                    thrown);
        }

        @Override
        public void dropped(int signals) {
            log.log(System.Logger.Level.WARNING,
                    "{0} signals dropped, oldest first: their listeners are too slow. Hand long work to a thread of your own.", signals);
        }
    };

    /**
     * @param cell the property or signal listened to; null for a callback of a call
     * @param thrown what a listener threw
     */
    void failed(Object cell, Throwable thrown);

    /** @param signals how many signals no listener will see because listeners were too slow */
    void dropped(int signals);
}
