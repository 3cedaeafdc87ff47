/** Services and their interfaces, private to the bundle that has them; the tests have interfaces and data as classes of their own. */
package io.remoteobjects.itests.conformance.services;
