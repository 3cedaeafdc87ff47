/**
 * The shell commands of scope {@code ro}.
 */
package io.remoteobjects.shell;
