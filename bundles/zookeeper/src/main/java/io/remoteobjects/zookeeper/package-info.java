/**
 * Discovery by ZooKeeper: this container's endpoints in nodes that go with its session, and those of others from theirs.
 */
package io.remoteobjects.zookeeper;
