/** Tells EventAdmin what happens to Replicas. */
package io.remoteobjects.eventadmin;
