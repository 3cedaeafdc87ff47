package io.remoteobjects.rsa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The addresses of a container nobody configured.
 *
 * @param socket where it offers its Sources: the same after every restart, another one for every data folder
 * @param registry the registry that it shares with all containers of its user on this machine
 */
record Defaults(String socket, String registry) {

    private static final int DIGITS = 12;

    static Defaults of(Path dataFolder) {
        return new Defaults("local:remoteobjects-" + digest(dataFolder.toAbsolutePath().normalize().toString()),
                "local:remoteobjects-registry-" + user(dataFolder));
    }

    /** The path itself may be longer than a socket's name can be. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static String user(Path ownFile) {
        try {
            return String.valueOf(Files.getAttribute(ownFile, "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notUnix) {
            return System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        }
    }
}
