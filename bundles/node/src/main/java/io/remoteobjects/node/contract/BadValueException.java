package io.remoteobjects.node.contract;

/** A value that cannot be carried; the path to it grows on the way out. */
final class BadValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String path;

    BadValueException(String problem) {
        this(problem, "");
    }

    private BadValueException(String problem, String path) {
        super(problem + (path.isEmpty() ? "" : " (at " + path + ")"));
        this.problem = problem;
        this.path = path;
    }

    BadValueException in(String step) {
        return new BadValueException(problem, path.isEmpty() || path.startsWith("[") ? step + path : step + "." + path);
    }
}
