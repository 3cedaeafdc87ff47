package io.remoteobjects.topology.imports;

import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.Node;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.ImportStatus.Stage;
import io.remoteobjects.topology.InterestStatus;
import io.remoteobjects.topology.policy.Permission;

/**
 * Brings together the endpoints elsewhere, those who ask for them here, and the node and Remote Service Admins that can import them. All
 * is done on the executor's one thread; methods that say so may be called on any.
 */
public final class Imports implements InterestHooks.Sink, DiscoveryListener.Sink {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final long EXPIRY_MILLIS = 60_000;

    private final BundleContext context;
    private final Executor work;
    private final Timers timers;
    private final Handles handles;
    private final Interests interests = new Interests(Imports::nowMillis);
    private final InterestHooks hooks = new InterestHooks(this, Imports::nowMillis);
    private final KnownEndpoints known = new KnownEndpoints();
    private final Admins admins = new Admins();
    private final Map<String, Import> imports = new ConcurrentSkipListMap<>();
    // Synchronous: told later, the end of a bundle that is started again at once would end what it asks for now.
    private final SynchronousBundleListener stops = this::bundleChanged;
    private final String frameworkId;
    private ServiceRegistration<?> hooksRegistration;
    private ServiceRegistration<?> listenerRegistration;
    private LossPolicy policy;
    private Permission permission;
    private int ranking;
    private Node node;
    private boolean ended;

    /**
     * @param context of the topology manager's bundle
     * @param work runs tasks on one thread, in order
     * @param timers runs tasks there later
     * @param policy what happens to services whose Source is lost
     * @param permission which endpoints may be imported
     * @param ranking the service ranking of what is imported
     */
    public Imports(BundleContext context, Executor work, Timers timers, LossPolicy policy, Permission permission, int ranking) {
        this.context = context;
        this.work = work;
        this.timers = timers;
        this.policy = policy;
        this.permission = permission;
        this.ranking = ranking;
        this.handles = new Handles(context, work, timers, () -> policy.lingerMillis());
        this.frameworkId = context.getProperty(Constants.FRAMEWORK_UUID);
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Starts to listen to those who ask and those who discover. Any thread. */
    public void start() {
        context.addBundleListener(stops);
        hooksRegistration = context.registerService(new String[] {ListenerHook.class.getName(), FindHook.class.getName()}, hooks, null);
        String notOurs = "(&(" + Constants.OBJECTCLASS + "=*)(!(" + RemoteConstants.ENDPOINT_FRAMEWORK_UUID + "=" + frameworkId + ")))";
        listenerRegistration = context.registerService(EndpointEventListener.class.getName(), new DiscoveryListener(this),
                new Hashtable<>(Map.of(EndpointEventListener.ENDPOINT_LISTENER_SCOPE, new String[] {notOurs})));
        timers.schedule(this::expire, EXPIRY_MILLIS);
    }

    /** Ends all imports and releases all replicas. On the executor's thread. */
    public void close() {
        context.removeBundleListener(stops);
        listenerRegistration.unregister();
        hooksRegistration.unregister();
        ended = true;
        forEach(imports.values(), Import::end);
        imports.clear();
        handles.closeAll();
    }

    /** What the constructor was told is otherwise now. What it does not concern stays as it is. On the executor's thread. */
    public void configure(LossPolicy newPolicy, Permission newPermission, int newRanking) {
        policy = newPolicy;
        permission = newPermission;
        ranking = newRanking;
        known.all().forEach(this::describe);
        reconsider(imports.values());
    }

    private void execute(Runnable task) {
        work.execute(() -> {
            if (!ended) {
                task.run();
            }
        });
    }

    /** The node came, went (null) or is another one. On the executor's thread. */
    public void useNode(Node newNode) {
        node = newNode;
        forEach(imports.values().stream().filter(each -> Names.isReplica(each.endpoint())).toList(), Import::end);
        handles.closeAll();
        reconsider(imports.values());
    }

    /** On the executor's thread. */
    public void addAdmin(RemoteServiceAdmin admin) {
        admins.add(admin);
        forEach(imports.values(), Import::adminAdded);
    }

    /** On the executor's thread. */
    public void removeAdmin(RemoteServiceAdmin admin) {
        admins.remove(admin);
        forEach(imports.values(), each -> each.adminRemoved(admin));
    }

    /** {@return how each endpoint elsewhere stands; any thread} */
    public List<ImportStatus> statuses() {
        return imports.values().stream().map(Import::status).map(each -> each.stage() == Stage.NOT_WANTED
                && handles.isHeld(each.name(), each.url()) ? each.at(Stage.LINGERING) : each).toList();
    }

    /** {@return what is asked for; any thread} */
    public List<InterestStatus> interests() {
        return interests.all().flatMap(each -> each.interfaces().stream()
                .map(name -> new InterestStatus(Names.of(each.bundle()), name, each.filterText()))).toList();
    }

    @Override
    public void listenersAdded(Collection<ListenerHook.ListenerInfo> listeners) {
        execute(() -> {
            for (ListenerHook.ListenerInfo each : listeners) {
                Bundle bundle = InterestHooks.bundleOf(each.getBundleContext());
                Interest interest = each.isRemoved() || bundle == null ? null : Interest.of(bundle, null, each.getFilter());
                if (interest != null) {
                    interests.listenerAdded(each, interest);
                    reconsider(interest.interfaces());
                }
            }
        });
    }

    @Override
    public void listenersRemoved(Collection<ListenerHook.ListenerInfo> listeners) {
        execute(() -> {
            for (ListenerHook.ListenerInfo each : listeners) {
                Interest interest = interests.listenerRemoved(each);
                if (interest != null) {
                    reconsider(interest.interfaces());
                }
            }
        });
    }

    @Override
    public void lookedUp(Bundle bundle, String name, String filter) {
        execute(() -> {
            Interest interest = Interest.of(bundle, name, filter);
            if (interest != null) {
                interests.lookedUp(interest);
                reconsider(interest.interfaces());
            }
        });
    }

    private void expire() {
        if (!ended) {
            hooks.expire();
            if (interests.expireLookUps()) {
                reconsider(imports.values());
            }
            timers.schedule(this::expire, EXPIRY_MILLIS);
        }
    }

    private void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            Bundle bundle = event.getBundle();
            execute(() -> {
                known.toldBy(bundle.getBundleId()).forEach(id -> taken(bundle.getBundleId(), id));
                if (interests.bundleStopped(bundle)) {
                    reconsider(imports.values());
                }
            });
        }
    }

    @Override
    public void endpointChanged(long discovery, EndpointEvent event) {
        EndpointDescription endpoint = event.getEndpoint();
        execute(() -> {
            switch (event.getType()) {
                case EndpointEvent.ADDED, EndpointEvent.MODIFIED -> told(discovery, endpoint);
                default -> taken(discovery, endpoint.getId());
            }
        });
    }

    private void told(long discovery, EndpointDescription endpoint) {
        if (!frameworkId.equals(endpoint.getFrameworkUUID())) {
            describe(known.put(discovery, endpoint));
        }
    }

    private void taken(long discovery, String endpointId) {
        EndpointDescription left = known.remove(discovery, endpointId);
        if (left != null) {
            describe(left);
        } else if (imports.containsKey(endpointId)) {
            Import gone = imports.get(endpointId);
            gone.withdraw();
            if (!gone.isWithdrawn()) {
                imports.remove(endpointId);
            }
        }
    }

    private void describe(EndpointDescription told) {
        EndpointDescription endpoint = Names.ranked(told, ranking);
        Import one = imports.containsKey(endpoint.getId()) ? imports.get(endpoint.getId()) : comeBack(endpoint);
        if (one == null) {
            one = new Import(endpoint, new Surroundings());
        } else {
            one.describedAs(endpoint);
        }
        imports.put(endpoint.getId(), one);
        reconsider(List.of(one));
    }

    /** {@return the import of an object that was withdrawn and is back, under another id; null if there is none} */
    private Import comeBack(EndpointDescription endpoint) {
        for (Import each : imports.values()) {
            if (each.isWithdrawn() && Names.sameObject(each.endpoint(), endpoint)) {
                return imports.remove(each.endpoint().getId());
            }
        }
        return null;
    }

    private void reconsider(Set<String> interfaces) {
        reconsider(imports.values().stream().filter(each -> !Collections.disjoint(each.endpoint().getInterfaces(), interfaces)).toList());
    }

    private void reconsider(Collection<Import> which) {
        forEach(which, each -> {
            Dictionary<String, Object> service = Names.asService(each.endpoint());
            each.wantedBy(interests.in(service, each.endpoint().getInterfaces()), permission.refusal(service));
        });
    }

    /** One that fails does not keep the others from their turn. */
    private static void forEach(Collection<Import> which, Consumer<Import> task) {
        for (Import each : which) {
            try {
                task.accept(each);
            } catch (RuntimeException | LinkageError failed) {
                LOG.error("Endpoint {} was not brought up to date; it is with the next change of who asks for it. This is an error in the "
                        + "software: report it.", each.endpoint().getId(), failed);
            }
        }
    }

    /** What the imports here need. */
    private final class Surroundings implements Import.Surroundings {

        @Override
        public LossPolicy policy() {
            return policy;
        }

        @Override
        public SourceLink link(EndpointDescription endpoint, Runnable changed) {
            if (!Names.isReplica(endpoint)) {
                return new SourceLink.Unknown(endpoint.getInterfaces());
            }
            String name = Names.text(endpoint, Names.NAME);
            String url = Names.text(endpoint, Names.URL);
            if (node == null) {
                return new SourceLink.Broken("there is no node; unless it is just starting, see the log for what is wrong with the "
                        + "configuration io.remoteobjects", true);
            }
            try {
                Dictionary<String, Object> service = Names.asService(endpoint);
                Handles.Handle handle = handles.retain(node, name, url,
                        () -> !interests.in(service, endpoint.getInterfaces()).isEmpty());
                return new ReplicaLink(node, name, url, endpoint.getInterfaces(), changed, handle::release);
            } catch (RuntimeException | LinkageError refused) {
                // A node that is closed is no fault: its end is about to be told.
                return new SourceLink.Broken(Names.problem("following its Source", refused), refused instanceof IllegalStateException);
            }
        }

        @Override
        public Admins.Imported open(EndpointDescription endpoint) throws Admins.ImportException {
            return admins.importService(endpoint);
        }

        @Override
        public void over(Import gone) {
            if (imports.remove(gone.endpoint().getId(), gone)) {
                gone.end();
            }
        }

        @Override
        public void execute(Runnable task) {
            Imports.this.execute(task);
        }

        @Override
        public Runnable schedule(Runnable task, long millis) {
            return timers.schedule(task, millis);
        }
    }
}
