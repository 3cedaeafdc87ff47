/**
 * Discovery: the QtRO registry and endpoint directories as Remote Service Admin endpoint descriptions, and back.
 */
package io.remoteobjects.discovery;
