package io.remoteobjects.rsa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.PropertyRules;

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

    private final BundleContext context;
    private Map<String, Object> own;
    private Node node;
    private ServiceRegistration<Node> registration;

    @Activate
    public NodeComponent(BundleContext context, NodeConfiguration config, Map<String, Object> properties) throws IOException {
        this.context = context;
        own = own(properties);
        start(config);
    }

    /** The topology manager has keys in the same configuration: what is its business only leaves a node that is well as it is. */
    @Modified
    void configure(NodeConfiguration config, Map<String, Object> properties) throws IOException {
        Map<String, Object> now = own(properties);
        if (!PropertyRules.areEqual(own, now) || !isWell()) {
            own = now;
            stop();
            start(config);
        }
    }

    private boolean isWell() {
        return registration != null && node.problems().isEmpty();
    }

    private static Map<String, Object> own(Map<String, Object> properties) {
        Map<String, Object> own = new HashMap<>(properties);
        own.keySet().retainAll(Stream.of(NodeConfiguration.class.getDeclaredMethods()).map(each -> each.getName().replace('_', '.'))
                .toList());
        return own;
    }

    private void start(NodeConfiguration config) throws IOException {
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
        if (registration != null) {
            registration.unregister();
            registration = null;
            node.close();
        }
    }
}
