package io.remoteobjects.eventadmin;

/** How topics are called. */
final class Topics {

    private Topics() {
    }

    /** {@return what all topics of an object begin with} */
    static String prefix(String type, String name) {
        return "io/remoteobjects/" + token(type) + "/" + token(name) + "/";
    }

    /** {@return a name as a part of a topic may be: what is neither letter, digit nor hyphen is an underscore} */
    static String token(String name) {
        return name.isEmpty() ? "_" : name.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
