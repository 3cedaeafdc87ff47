package io.remoteobjects.rsa;

/** A configured value that cannot be used. The message names key and value and tells what to write. */
final class ConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    ConfigurationException(String key, Object value, String whatToWrite) {
        super("Configuration io.remoteobjects: " + key + "=" + value + " cannot be used. " + whatToWrite);
    }
}
