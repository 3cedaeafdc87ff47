package io.remoteobjects.node.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepParser;

/**
 * The .rep file beside an interface.
 *
 * @param name its name
 * @param file what it declares
 */
record RepResource(String name, RepFile file) {

    /**
     * {@return the file of the one interface; empty where there is none}
     *
     * @throws ContractException if there are several interfaces and one has a file: its order cannot hold for all
     */
    static Optional<RepResource> of(List<Class<?>> interfaces) {
        for (Class<?> each : interfaces) {
            Optional<RepResource> found = of(each);
            if (found.isPresent() && interfaces.size() > 1) {
                throw new ContractException("Interface " + each.getName() + " has the file " + found.get().name() + ", which leaves no "
                        + "room for the members of the other interfaces of " + interfaces.stream().map(Class::getName).toList()
                        + ". Export it as an object of its own.");
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<RepResource> of(Class<?> type) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".rep";
        try (InputStream file = type.getResourceAsStream(name)) {
            if (file == null) {
                return Optional.empty();
            }
            return Optional.of(new RepResource(name, RepParser.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), name)));
        } catch (IOException unreadable) {
            throw new ContractException("File " + name + " beside interface " + type.getName() + " cannot be read. Check its bundle.",
                    unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new ContractException("File " + name + " beside interface " + type.getName() + " is no .rep file: "
                    + malformed.getMessage(), malformed);
        }
    }
}
