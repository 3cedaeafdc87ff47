package io.remoteobjects.itests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation. */
record MarkdownPage(Path file, String text) {

    private static final Pattern JAVA = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)|<img[^>]* src=\"([^\"]+)\"");
    private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** {@return all pages below a folder, build output left out} */
    static List<MarkdownPage> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("target", ".git").noneMatch(hidden -> contains(folder.relativize(file), hidden)))
                    .sorted().map(MarkdownPage::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the pages below " + folder, e);
        }
    }

    private static boolean contains(Path path, String folder) {
        return Stream.iterate(path, each -> each != null, Path::getParent).anyMatch(each -> each.endsWith(folder));
    }

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** {@return the Java code it shows, block by block} */
    List<String> javaBlocks() {
        return JAVA.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** {@return the files of the project it links to that do not exist} */
    List<String> brokenLinks() {
        return LINK.matcher(FENCED.matcher(text).replaceAll("")).results().map(MarkdownPage::target)
                .filter(target -> !target.contains("://") && Files.notExists(file.resolveSibling(target))).toList();
    }

    private static String target(MatchResult link) {
        return link.group(1) != null ? link.group(1) : link.group(3);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
