package io.remoteobjects.wire.rep;

import java.util.List;

/**
 * {@code MODEL name(roles)}: a property that holds an item model.
 *
 * @param name its name
 * @param roles the names of the roles it shows, in the order of the file
 */
public record RepModel(String name, List<String> roles) implements RepMember {

    /** Copies the list. */
    public RepModel {
        roles = List.copyOf(roles);
    }
}
