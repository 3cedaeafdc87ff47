/**
 * What two peers of this product tell each other beyond what Qt knows. It is spoken only to those who said hello, so that Qt never
 * meets a type it does not know.
 */
package io.remoteobjects.node.dialect;
