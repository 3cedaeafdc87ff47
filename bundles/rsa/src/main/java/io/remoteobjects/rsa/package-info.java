/**
 * The distribution provider: turns configuration into a node, exports services as Sources and imports Replicas for Remote Service Admin.
 */
package io.remoteobjects.rsa;
