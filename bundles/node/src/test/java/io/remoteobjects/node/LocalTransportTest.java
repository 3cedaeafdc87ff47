package io.remoteobjects.node;

class LocalTransportTest extends TransportContractTest {

    @Override
    String transport() {
        return "local";
    }
}
