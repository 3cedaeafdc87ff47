package io.remoteobjects.rsa;

import org.apache.aries.rsa.spi.Endpoint;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.node.Remoting;

/**
 * A service that is shared.
 *
 * @param remoting as what
 * @param description how others hear of it
 */
record SharedEndpoint(Remoting remoting, EndpointDescription description) implements Endpoint {

    @Override
    public void close() {
        remoting.close();
    }
}
