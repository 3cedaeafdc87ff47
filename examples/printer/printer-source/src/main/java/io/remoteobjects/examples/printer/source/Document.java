package io.remoteobjects.examples.printer.source;

/**
 * What is to be printed.
 *
 * @param bytes the document itself
 * @param mimeType what the bytes are
 * @param title what the job is called
 */
record Document(byte[] bytes, String mimeType, String title) {

    /** @throws IllegalArgumentException if it cannot be printed whatever the printer; the message says why */
    Document {
        if (bytes == null || bytes.length == 0) {
            throw new IllegalArgumentException("Cannot print '" + title + "': the document is empty. Give its bytes.");
        }
        if (mimeType == null || !mimeType.strip().matches("[^\\s/]+/[^\\s/]+")) {
            throw new IllegalArgumentException("Cannot print '" + title + "': '" + mimeType
                    + "' is no MIME type. Give one, such as application/pdf.");
        }
        if (title == null) {
            throw new IllegalArgumentException("Cannot print a document without a title. Give one; it may be empty.");
        }
        mimeType = mimeType.strip();
    }

    /** {@return a text that is the same for the same document only} */
    String fingerprint() {
        return Sha256.of(mimeType + '\n' + title + '\n', bytes);
    }
}
