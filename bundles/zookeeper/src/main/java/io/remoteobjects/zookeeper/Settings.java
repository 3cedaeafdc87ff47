package io.remoteobjects.zookeeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.common.PathUtils;
import org.apache.zookeeper.data.ACL;

/**
 * How ZooKeeper is used.
 *
 * @param servers the servers as a connect string; empty for none
 * @param sessionTimeoutMillis the session timeout to ask for
 * @param path the node below which each container has its own
 * @param credentials {@code user:password}; empty for none
 * @param acl of every node made here
 */
record Settings(String servers, int sessionTimeoutMillis, String path, String credentials, List<ACL> acl) {

    private static final String PID = "io.remoteobjects.zookeeper";

    /**
     * @param config what is configured
     * @return what it means
     * @throws IllegalArgumentException if a value cannot be used; the message says which, and what to write
     */
    static Settings of(ZooKeeperConfiguration config) {
        String servers = String.join(",", config.servers()).replaceAll("\\s", "");
        if (config.session_timeout_ms() < 1) {
            throw unfit("session.timeout.ms", config.session_timeout_ms(), "Write a number of at least 1.");
        }
        try {
            PathUtils.validatePath(config.path());
            if (!servers.isEmpty()) {
                new ConnectStringParser(servers);
            }
        } catch (IllegalArgumentException malformed) {
            throw unfit("servers or path", servers + " " + config.path(), malformed.getMessage()
                    + ". Write HOST:PORT,HOST:PORT and /NAME.");
        }
        if (config.path().equals("/")) {
            throw unfit("path", "/", "Write a node of its own, such as /remoteobjects.");
        }
        if (config.user().isBlank() && !(config.password().isEmpty() && config.password_file().isBlank())) {
            throw unfit("user", "", "There is a password: write whose it is, or remove it.");
        }
        String credentials = config.user().isBlank() ? "" : config.user().trim() + ":" + password(config);
        return new Settings(servers, config.session_timeout_ms(), config.path(), credentials, acl(config.access(), !credentials.isEmpty()));
    }

    private static String password(ZooKeeperConfiguration config) {
        if (config.password_file().isBlank()) {
            return config.password();
        }
        try {
            return Files.readString(Path.of(config.password_file().trim())).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw unfit("password.file", config.password_file(), "It cannot be read: " + unreadable + ". Name a file with the password.");
        }
    }

    private static List<ACL> acl(String access, boolean signedIn) {
        List<ACL> acl = new ArrayList<>();
        switch (access) {
            case "auto" -> acl.addAll(signedIn ? ZooDefs.Ids.CREATOR_ALL_ACL : ZooDefs.Ids.OPEN_ACL_UNSAFE);
            case "open" -> acl.addAll(ZooDefs.Ids.OPEN_ACL_UNSAFE);
            case "private", "readable" -> {
                if (!signedIn) {
                    throw unfit("access", access, "It needs a user: set user and password, or write open.");
                }
                acl.addAll(ZooDefs.Ids.CREATOR_ALL_ACL);
                if (access.equals("readable")) {
                    acl.addAll(ZooDefs.Ids.READ_ACL_UNSAFE);
                }
            }
            default -> throw unfit("access", access, "Write auto, private, readable or open.");
        }
        return List.copyOf(acl);
    }

    private static IllegalArgumentException unfit(String key, Object value, String whatToWrite) {
        return new IllegalArgumentException(key + "=" + value + " in " + PID + " cannot be used. " + whatToWrite);
    }

    /** {@return the credentials as ZooKeeper takes them} */
    byte[] secret() {
        return credentials.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return whether everybody may add nodes and change them} */
    boolean isOpen() {
        return acl.equals(ZooDefs.Ids.OPEN_ACL_UNSAFE);
    }

    @Override
    public String toString() {
        return servers + path;
    }
}
