package io.remoteobjects.zookeeper;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What {@code etc/io.remoteobjects.zookeeper.cfg} says. */
@ObjectClassDefinition(
        name = "Remote Objects: ZooKeeper",
        description = "Which ZooKeeper servers tell the containers of each other's endpoints, and who may read and write what is told.")
@interface ZooKeeperConfiguration {

    @AttributeDefinition(
            name = "Servers",
            description = "The servers of the ensemble: HOST:PORT, several separated by commas. Empty: ZooKeeper is not used.",
            required = false)
    String[] servers() default {};

    @AttributeDefinition(
            name = "Session timeout (milliseconds)",
            description = "How long the servers wait for a container that does not answer until its endpoints are gone. They accept 2 to 20"
                    + " times their tickTime, 4 to 40 s unless configured otherwise, and take the nearest they do.",
            min = "1")
    int session_timeout_ms() default 10_000;

    @AttributeDefinition(
            name = "Path",
            description = "The node below which each container has its own. It is made where there is none. Containers with different paths"
                    + " do not find each other.")
    String path() default "/remoteobjects";

    @AttributeDefinition(
            name = "User",
            description = "As whom this container signs in (ZooKeeper's scheme digest). Empty: as nobody.",
            required = false)
    String user() default "";

    @AttributeDefinition(
            name = "Password",
            description = "The password of the user, if it does not stand in a file.",
            type = AttributeType.PASSWORD,
            required = false)
    String password() default "";

    @AttributeDefinition(
            name = "Password file",
            description = "A file whose first line is the password of the user.",
            required = false)
    String password_file() default "";

    @AttributeDefinition(
            name = "Access",
            description = "Who may do what with the nodes that this container makes. \"private\": only who signs in as the same user reads"
                    + " and writes. \"readable\": everybody reads, the user writes. \"open\": everybody does both. \"auto\": private with a"
                    + " user, open without.",
            options = {@Option("auto"), @Option("private"), @Option("readable"), @Option("open")})
    String access() default "auto";
}
