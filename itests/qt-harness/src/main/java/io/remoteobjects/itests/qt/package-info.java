/**
 * Real Qt processes under the control of a test: {@link io.remoteobjects.itests.qt.QtPeers} builds them,
 * a {@link io.remoteobjects.itests.qt.QtProcess} is one of them.
 */
package io.remoteobjects.itests.qt;
