package io.remoteobjects.examples.printer.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

import com.hp.jipp.cups.Cups;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;

/**
 * The printer itself, asked with IPP (RFC 8011) over HTTP. Every method blocks until the printer has answered; any thread.
 */
final class Device {

    private static final String USER = "remoteobjects";
    private static final int MAX_TITLE_BYTES = 200;
    private static final int HTTP_OK = 200;
    private static final int FIRST_ERROR = 0x0400;

    private final URI uri;
    private final URI http;
    private final Duration timeout;
    private final Duration documentTimeout;
    private final HttpClient client;

    /** @param threads for the HTTP client */
    Device(PrinterSettings settings, Executor threads) {
        uri = settings.uri();
        http = httpOf(uri);
        timeout = settings.timeout();
        documentTimeout = settings.documentTimeout();
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).executor(threads).build();
    }

    /** IPP is HTTP on a port of its own. */
    private static URI httpOf(URI uri) {
        String scheme = uri.getScheme().equalsIgnoreCase("ipps") ? "https" : "http";
        int port = uri.getPort() < 0 ? 631 : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + uri.getHost() + ":" + port + path + query);
    }

    DeviceStatus status() throws IOException, RefusedException, InterruptedException {
        return DeviceStatus.from(ask(IppPacket.getPrinterAttributes(uri, Types.printerState, Types.printerStateReasons,
                Types.queuedJobCount, Types.operationsSupported, Types.printerSupply, Types.printerSupplyDescription,
                Cups.Types.markerNames, Cups.Types.markerColors, Cups.Types.markerTypes, Cups.Types.markerLevels)));
    }

    JobStatus job(int id) throws IOException, RefusedException, InterruptedException {
        try {
            return JobStatus.from(ask(IppPacket.getJobAttributes(uri, id, Types.jobState, Types.jobStateReasons, Types.jobStateMessage)));
        } catch (RefusedException refused) {
            if (refused.isNotFound()) {
                return JobStatus.forgotten();
            }
            throw refused;
        }
    }

    /**
     * Hands the printer a document.
     *
     * @return the number of the job
     * @throws RefusedException if it does not take the document, or not yet; nothing was printed
     * @throws UnconfirmedException if it may have taken it
     * @throws IOException if it cannot be reached; nothing was printed
     */
    int print(Document document) throws IOException, RefusedException, InterruptedException {
        // A printer that refuses a document half-way may close the connection before its reason can be read.
        ask(describe(IppPacket.validateJob(uri), document));
        byte[] request = encode(describe(IppPacket.printJob(uri), document));
        BodyPublisher body = BodyPublishers.concat(BodyPublishers.ofByteArray(request), BodyPublishers.ofByteArray(document.bytes()));
        try {
            IppPacket answer = exchange(body, documentTimeout);
            return Objects.requireNonNull(answer.getValue(Tag.jobAttributes, Types.jobId), "job-id");
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            throw unreachable;
        } catch (IOException broken) {
            throw new UnconfirmedException(broken);
        }
    }

    private static IppPacket.Builder describe(IppPacket.Builder request, Document document) {
        return request.putOperationAttributes(Types.jobName.of(cut(document.title())), Types.documentFormat.of(document.mimeType()));
    }

    /** Names in IPP have 255 bytes at most, and a printer may make a file name of it. */
    private static String cut(String title) {
        CharBuffer rest = CharBuffer.wrap(title);
        StandardCharsets.UTF_8.newEncoder().encode(rest, ByteBuffer.allocate(MAX_TITLE_BYTES), true);
        return title.substring(0, rest.position());
    }

    void cancel(int job) throws IOException, RefusedException, InterruptedException {
        ask(IppPacket.cancelJob(uri, job));
    }

    void pause() throws IOException, RefusedException, InterruptedException {
        ask(toPrinter(Operation.pausePrinter));
    }

    void resume() throws IOException, RefusedException, InterruptedException {
        ask(toPrinter(Operation.resumePrinter));
    }

    private IppPacket.Builder toPrinter(Operation operation) {
        return new IppPacket.Builder(operation).putOperationAttributes(Types.attributesCharset.of("utf-8"),
                Types.attributesNaturalLanguage.of("en"), Types.printerUri.of(uri));
    }

    private IppPacket ask(IppPacket.Builder request) throws IOException, RefusedException, InterruptedException {
        byte[] bytes = encode(request);
        try {
            return exchange(BodyPublishers.ofByteArray(bytes), timeout);
        } catch (ConnectException | HttpTimeoutException unreachable) {
            throw unreachable;
        } catch (IOException stale) {
            // Most often a kept connection that the printer has closed meanwhile. All that is asked here may be asked twice.
            return exchange(BodyPublishers.ofByteArray(bytes), timeout);
        }
    }

    private static byte[] encode(IppPacket.Builder request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes).write(request.putOperationAttributes(Types.requestingUserName.of(USER)).build());
        return bytes.toByteArray();
    }

    private IppPacket exchange(BodyPublisher body, Duration atMost) throws IOException, RefusedException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(http).header("Content-Type", "application/ipp").timeout(atMost).POST(body).build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != HTTP_OK) {
            throw new IOException("it answered with HTTP status " + response.statusCode());
        }
        IppPacket answer = new IppInputStream(new ByteArrayInputStream(response.body())).readPacket();
        if (answer.getCode() >= FIRST_ERROR) {
            String text = answer.getString(Tag.operationAttributes, Types.statusMessage);
            throw new RefusedException(answer.getStatus(), text == null ? "" : text);
        }
        return answer;
    }

    /** Who is interrupted leaves the exchange to its timeout: {@code HttpClient.send} cancels it, and on JDK 17 may never end then. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.sendAsync(request, BodyHandlers.ofByteArray()).get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        }
    }

    /** {@return why the printer cannot be reached, for people} */
    static String why(IOException unreachable) {
        if (unreachable.getMessage() != null) {
            return unreachable.getMessage();
        }
        return unreachable instanceof ConnectException ? "no connection can be made" : unreachable.getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
