package io.remoteobjects.zookeeper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.discovery.EndpointXml;

/**
 * What is in a node: endpoint descriptions as XML, compressed. Those of one container have nearly everything in common, so that fifty take
 * as much as three do uncompressed.
 */
final class NodeContent {

    /** The longest content, in bytes: half of what a server accepts unless its {@code jute.maxbuffer} is set. */
    static final int MAX_BYTES = 512 << 10;

    /** The longest text, in bytes: a small content from a stranger could otherwise fill the memory. */
    static final int MAX_TEXT_BYTES = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(NodeContent.class);

    private NodeContent() {
    }

    /** {@return the contents of as many nodes as endpoints need; one too large for any is left out} */
    static List<byte[]> write(List<EndpointDescription> endpoints) {
        List<byte[]> contents = new ArrayList<>();
        if (!endpoints.isEmpty()) {
            write(endpoints, contents);
        }
        return contents;
    }

    private static void write(List<EndpointDescription> endpoints, List<byte[]> contents) {
        byte[] text = EndpointXml.write(endpoints).getBytes(StandardCharsets.UTF_8);
        byte[] content = compress(text);
        if (content.length <= MAX_BYTES && text.length <= MAX_TEXT_BYTES) {
            contents.add(content);
        } else if (endpoints.size() > 1) {
            int half = endpoints.size() / 2;
            write(endpoints.subList(0, half), contents);
            write(endpoints.subList(half, endpoints.size()), contents);
        } else {
            LOG.error("Endpoint {} is not announced in ZooKeeper: its properties take {} bytes, and {} is the most. Make them smaller.",
                    endpoints.get(0).getId(), content.length, MAX_BYTES);
        }
    }

    private static byte[] compress(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("In memory", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @param content of a node
     * @param problem told why an endpoint is left out that makes no sense
     * @return the others
     * @throws IllegalArgumentException if the whole makes no sense; the message says why
     */
    static List<EndpointDescription> read(byte[] content, Consumer<String> problem) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] text = zip.readNBytes(MAX_TEXT_BYTES + 1);
            if (text.length > MAX_TEXT_BYTES) {
                throw new IllegalArgumentException("It is longer than " + MAX_TEXT_BYTES + " bytes when decompressed");
            }
            return EndpointXml.read(new String(text, StandardCharsets.UTF_8), problem);
        } catch (IOException damaged) {
            throw new IllegalArgumentException("It cannot be decompressed: " + damaged.getMessage(), damaged);
        }
    }
}
