package io.remoteobjects.wire.rep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the text of a .rep file whose comments have been blanked, so that positions stay those of the file. */
final class RepScanner {

    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String source;
    private final String original;
    private final String text;
    private int at;

    RepScanner(String original, String source) {
        this.source = source;
        this.original = original;
        this.text = blankComments(original);
        this.at = original.startsWith("\uFEFF") ? 1 : 0;
    }

    private String blankComments(String commented) {
        Matcher comments = COMMENT.matcher(commented);
        StringBuilder blanked = new StringBuilder(commented);
        while (comments.find()) {
            int lineStart = commented.lastIndexOf('\n', comments.start()) + 1;
            long quotes = commented.substring(lineStart, comments.start()).chars().filter(c -> c == '"').count();
            if (quotes % 2 == 1 && comments.group().startsWith("//")) {
                throw error(comments.start(), "found // within a quoted text, which repc takes as the start of a comment. "
                        + "Leave it out of the default, and set the value in code.");
            }
            if (quotes % 2 == 0) {
                for (int i = comments.start(); i < comments.end(); i++) {
                    if (commented.charAt(i) != '\n') {
                        blanked.setCharAt(i, ' ');
                    }
                }
            }
        }
        return blanked.toString();
    }

    int position() {
        return at;
    }

    void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    /** Whether the next character, blanks skipped, is this one; it is taken if so. */
    boolean accept(char expected) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char expected, String where) {
        if (!accept(expected)) {
            throw error("found " + found() + " where " + where + " needs '" + expected + "'. Put it in.");
        }
    }

    /** Whether the next word, blanks skipped, is this one; it is taken if so. */
    boolean acceptWord(String expected) {
        if (!peekWord().equals(expected)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    String peekWord() {
        skipBlanks();
        Matcher word = WORD.matcher(text).region(at, text.length());
        return word.lookingAt() ? word.group() : "";
    }

    String name(String what, int shortest) {
        String word = peekWord();
        if (!NAME.matcher(word).matches()) {
            throw error("found " + found() + " where " + what + " needs a name. "
                    + "Write a letter or underscore, then letters, digits and underscores.");
        }
        if (word.length() < shortest) {
            throw error("found the name '" + word + "' of " + what + ", which repc refuses. Give it at least " + shortest + " characters.");
        }
        at += word.length();
        return word;
    }

    /** Refuses comments between a position before and this one: repc takes them, and loses what it read before. */
    void refuseComment(int from, String where) {
        skipBlanks();
        String between = original.substring(from, at);
        if (!between.isBlank()) {
            throw error(from, "found a comment between " + where + " and its body, for which repc forgets the name. Move the comment.");
        }
    }

    /** Takes all characters up to the first of those given, which is left. */
    String until(String ends, String where) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            throw error(start, "found no '" + String.join("' or '", ends.split("")) + "' to end " + where + ". Put it in.");
        }
        return text.substring(start, at);
    }

    /** Takes the rest of the line as the file has it, comments included. */
    String line() {
        int start = at;
        int end = original.indexOf('\n', at);
        at = end < 0 ? original.length() : end;
        return original.substring(start, at).stripTrailing();
    }

    private String found() {
        skipBlanks();
        if (at == text.length()) {
            return "the end of the file";
        }
        String word = peekWord();
        return "'" + (word.isEmpty() ? text.substring(at, at + 1) : word) + "'";
    }

    RepSyntaxException unexpected(String hint) {
        return error("found " + found() + ". " + hint);
    }

    RepSyntaxException error(String message) {
        skipBlanks();
        return error(at, message);
    }

    RepSyntaxException error(int position, String message) {
        String before = original.substring(0, position);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new RepSyntaxException(source, line, position - before.lastIndexOf('\n'), message);
    }
}
