package io.remoteobjects.rsa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.Node;

/** Runs the node that the configuration describes, and registers it as a service. */
@Component(service = {}, immediate = true, configurationPid = NodeComponent.PID)
@Designate(ocd = NodeConfiguration.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.remoteobjects.node.Node\"", effective = "active")
public final class NodeComponent {

    static final String PID = "io.remoteobjects";

    /** Service property of the node: its id. */
    static final String NODE_ID = "remoteobjects.node.id";

    /** Service property of the node: what of its configuration cannot be used; absent if all can. */
    static final String NODE_PROBLEMS = "remoteobjects.node.problems";

    private static final Logger LOG = LoggerFactory.getLogger(NodeComponent.class);

    private final Node node;
    private final ServiceRegistration<Node> registration;

    @Activate
    public NodeComponent(BundleContext context, NodeConfiguration config) throws IOException {
        NodeSettings settings = NodeSettings.of(config, context.getProperty(Constants.FRAMEWORK_UUID), Defaults.of(dataFolder(context)));
        node = settings.builder().start();
        node.problems().forEach(LOG::error);
        LOG.info("Node {} listens on {}", node.id(), node.addresses());
        registration = context.registerService(Node.class, node, properties(node.problems()));
    }

    private Dictionary<String, Object> properties(List<String> problems) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(NODE_ID, node.id());
        if (!problems.isEmpty()) {
            properties.put(NODE_PROBLEMS, problems.toArray(String[]::new));
        }
        return properties;
    }

    private static Path dataFolder(BundleContext context) {
        String karaf = context.getProperty("karaf.data");
        return karaf == null ? context.getDataFile("").toPath() : Path.of(karaf);
    }

    @Deactivate
    void stop() {
        registration.unregister();
        node.close();
    }
}
