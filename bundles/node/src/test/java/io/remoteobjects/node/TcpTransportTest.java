package io.remoteobjects.node;

class TcpTransportTest extends TransportContractTest {

    @Override
    String transport() {
        return "tcp";
    }
}
