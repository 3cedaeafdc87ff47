package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Linux' tables of sockets, {@code /proc/PID/net/*}, as descriptions by inode. */
final class SocketTable {

    private static final String TCP_LISTEN = "0A";
    private static final int UNIX_LISTEN_FLAG = 0x10000;

    private SocketTable() {
    }

    static Map<String, String> of(Path net) {
        Map<String, String> byInode = new HashMap<>();
        for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            rows(net.resolve(protocol)).forEach(row -> byInode.put(row[9], describe(protocol, row)));
        }
        rows(net.resolve("unix")).forEach(row -> byInode.put(row[6], describeUnix(row)));
        return byInode;
    }

    private static List<String[]> rows(Path table) {
        if (!Files.exists(table)) {
            return List.of();
        }
        try {
            return Files.readAllLines(table).stream().skip(1).map(line -> line.trim().split("\\s+")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + table, e);
        }
    }

    private static String describe(String protocol, String[] row) {
        String family = protocol.substring(0, 3);
        if (row[3].equals(TCP_LISTEN)) {
            return family + " " + address(row[1]) + " LISTEN";
        }
        return family + " " + address(row[1]) + " to " + address(row[2]);
    }

    private static String describeUnix(String[] row) {
        String path = row.length > 7 ? row[7] : "unnamed";
        return "unix " + path + ((Integer.parseUnsignedInt(row[3], 16) & UNIX_LISTEN_FLAG) == 0 ? "" : " LISTEN");
    }

    /** {@code 0100007F:1FA5} is 127.0.0.1:8101: 32-bit words in the byte order of the machine, the port in hexadecimal. */
    private static String address(String hex) {
        int colon = hex.indexOf(':');
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex, 0, colon)).order(ByteOrder.nativeOrder());
        ByteBuffer bytes = ByteBuffer.allocate(words.capacity());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        try {
            return InetAddress.getByAddress(bytes.array()).getHostAddress() + ":" + Integer.parseInt(hex, colon + 1, hex.length(), 16);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address of /proc/net: " + hex, e);
        }
    }
}
