/** What holds in real containers: one class a subject. */
package io.remoteobjects.itests;
