package io.remoteobjects.itests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** Runs console commands of one container over ssh. Karaf closes the session after each command, so each has its own. */
final class Console implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(60);

    private final String user;
    private final String password;
    private final int port;
    private final SshClient client = SshClient.setUpDefaultClient();

    Console(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
        // Loopback to a container of our own making: there is no key to know beforehand.
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
    }

    /**
     * Runs a command to its end.
     *
     * @return what it printed on both streams, without colours
     * @throws IOException when there is nobody to talk to
     * @throws CommandFailure when it ends with another status than 0, or not within the time
     */
    String execute(String command, Duration atMost) throws IOException {
        try (ClientSession session = client.connect(user, "127.0.0.1", port).verify(CONNECT).getSession()) {
            session.addPasswordIdentity(password);
            session.auth().verify(CONNECT);
            try (ChannelExec channel = session.createExecChannel(command)) {
                ByteArrayOutputStream output = new ByteArrayOutputStream();
                channel.setOut(output);
                channel.setErr(output);
                channel.open().verify(CONNECT);
                boolean ended = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), atMost).contains(ClientChannelEvent.CLOSED);
                String text = output.toString(StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]", "");
                if (!ended) {
                    throw new CommandFailure(command, "did not end within " + atMost.toMillis() + " ms", text);
                }
                Integer status = channel.getExitStatus();
                if (status != null && status != 0) {
                    throw new CommandFailure(command, "failed", text);
                }
                return text;
            }
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
